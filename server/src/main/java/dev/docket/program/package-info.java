/** Programs: settings, members and their roles, the fields that requests carry, and who may see what. */
@NullMarked
package dev.docket.program;

import org.jspecify.annotations.NullMarked;
