/** The append-only journal: written in the transaction of each change, read in order by everybody else. */
@NullMarked
package dev.docket.journal;

import org.jspecify.annotations.NullMarked;
