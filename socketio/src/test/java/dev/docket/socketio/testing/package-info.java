/** Finds leaked buffers in all tests. */
@NullMarked
package dev.docket.socketio.testing;

import org.jspecify.annotations.NullMarked;
