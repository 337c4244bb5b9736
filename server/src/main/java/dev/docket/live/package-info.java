/** From the journal to the sockets: handshake, rooms, catch-up, rights on open sockets. The only user of the engine. */
@NullMarked
package dev.docket.live;

import org.jspecify.annotations.NullMarked;
