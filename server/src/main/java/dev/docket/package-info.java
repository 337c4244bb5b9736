/** Docket's start and wiring. */
@NullMarked
package dev.docket;

import org.jspecify.annotations.NullMarked;
