/** The audit of the whole installation: read by admins, exported, and proved offline. Reads the journal; knows no feature. */
@NullMarked
package dev.docket.audit;

import org.jspecify.annotations.NullMarked;
