/** What tests stand on: a real PostgreSQL, the whole application on a port, people in it, and a client. */
@NullMarked
package dev.docket.testing;

import org.jspecify.annotations.NullMarked;
