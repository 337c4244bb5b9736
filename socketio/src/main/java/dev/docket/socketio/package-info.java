/** A Socket.IO v5 (Engine.IO v4) server on Netty. */
@NullMarked
package dev.docket.socketio;

import org.jspecify.annotations.NullMarked;
