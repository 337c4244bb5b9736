package dev.docket.socketio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 125, 126, 65_535, 65_536, 100_000})
    void isAFrameThatOthersRead(int length) {
        var frame = Frame.text("x".repeat(length));
        var client = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(200_000)
                .build()));
        ByteBuf bytes = Unpooled.buffer();
        frame.writeTo(bytes);
        assertThat(bytes.readableBytes()).isEqualTo(frame.size());
        client.writeInbound(bytes);
        WebSocketFrame read = client.readInbound();
        assertThat(read.content().toString(StandardCharsets.UTF_8)).isEqualTo("x".repeat(length));
        read.release();
        client.finishAndReleaseAll();
    }

    @Test
    void isAPollingPayloadWithoutItsHeader() {
        ByteBuf body = Unpooled.buffer();
        Payload.append(body, Frame.text("4hello"));
        Payload.append(body, Frame.binary(new byte[] {1, 2, 3, 4}));
        assertThat(body.toString(StandardCharsets.UTF_8)).isEqualTo("4hello\u001ebAQIDBA==");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 1_000})
    void knowsItsPollingSize(int length) {
        ByteBuf body = Unpooled.buffer();
        var frame = Frame.binary(new byte[length]);
        frame.writePollingTo(body);
        assertThat(body.readableBytes()).isEqualTo(frame.pollingSize());
    }
}
