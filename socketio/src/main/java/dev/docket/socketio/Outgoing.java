package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A packet on its way to the sessions of one event loop: its frames are copied to direct memory once, for the first
 * WebSocket that needs them. Confined to that loop.
 */
final class Outgoing implements AutoCloseable {
    private final Encoded packet;
    private @Nullable ByteBuf buffer;

    Outgoing(Encoded packet) {
        this.packet = packet;
    }

    Encoded packet() {
        return packet;
    }

    int size() {
        return packet.size();
    }

    /** The frames for one more WebSocket, which must release them. */
    ByteBuf frames(ByteBufAllocator allocator) {
        if (buffer == null) {
            buffer = allocator.directBuffer(size());
            for (Frame frame : packet.frames()) {
                frame.writeTo(buffer);
            }
        }
        return buffer.retainedDuplicate();
    }

    @Override
    public void close() {
        if (buffer != null) {
            buffer.release();
        }
    }
}
