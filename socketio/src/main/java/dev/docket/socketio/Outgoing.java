package dev.docket.socketio;

import dev.docket.socketio.codec.Encoded;
import dev.docket.socketio.codec.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * A packet on its way to the sessions of one event loop in one turn: its frames are copied to direct memory once, for
 * the first WebSocket that needs them. Confined to that loop.
 */
final class Outgoing {
    private final Encoded packet;
    private final int size;
    private @Nullable ByteBuf buffer;

    Outgoing(Encoded packet) {
        this.packet = packet;
        this.size = packet.size();
    }

    Encoded packet() {
        return packet;
    }

    int size() {
        return size;
    }

    /** The frames, which stay this packet's. */
    ByteBuf frames(Loop loop, ChannelHandlerContext context) {
        if (buffer == null) {
            buffer = context.alloc().directBuffer(size);
            for (Frame frame : packet.frames()) {
                frame.writeTo(buffer);
            }
            loop.releaseLater(this);
        }
        return buffer;
    }

    /** The turn is over: everybody has got it. */
    void release() {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
