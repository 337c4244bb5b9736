/** What people say to each other on a request; internal comments stay among staff. */
@NullMarked
package dev.docket.comment;

import org.jspecify.annotations.NullMarked;
