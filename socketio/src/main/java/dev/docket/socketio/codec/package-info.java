/** Packets to bytes and back: Socket.IO protocol v5 and the framing of Engine.IO protocol v4. Knows no connections. */
@NullMarked
package dev.docket.socketio.codec;

import org.jspecify.annotations.NullMarked;
