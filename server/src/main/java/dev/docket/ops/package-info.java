/** What operators look at: health. */
@NullMarked
package dev.docket.ops;

import org.jspecify.annotations.NullMarked;
