/** Who is asking: users, passwords, sessions and tokens. */
@NullMarked
package dev.docket.identity;

import org.jspecify.annotations.NullMarked;
