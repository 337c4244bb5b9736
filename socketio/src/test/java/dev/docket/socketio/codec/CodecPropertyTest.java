package dev.docket.socketio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CodecPropertyTest {
    private static final PacketDecoder.Limits LIMITS = new PacketDecoder.Limits(32, 100, 1_000_000);

    @Property(tries = 300)
    void eventsComeBackAsTheyWere(@ForAll("trees") List<JsonNode> arguments, @ForAll("ids") long id)
            throws ProtocolException {
        Encoded packet = PacketEncoder.event("/some", id, "event", arguments.toArray());
        var event = (Inbound.Event) throughPolling(packet);
        assertThat(event.namespace()).isEqualTo("/some");
        assertThat(event.id()).isEqualTo(id);
        assertThat(event.values().get(0)).isEqualTo(TextNode.valueOf("event"));
        assertThat(List.copyOf(list(event.values())).subList(1, arguments.size() + 1))
                .isEqualTo(arguments);
    }

    private static List<JsonNode> list(ArrayNode values) {
        List<JsonNode> list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    private static Inbound throughPolling(Encoded packet) throws ProtocolException {
        ByteBuf body = Unpooled.buffer();
        packet.frames().forEach(frame -> Payload.append(body, frame));
        List<String> packets = new ArrayList<>();
        Payload.split(body.toString(StandardCharsets.UTF_8), packets::add);
        var decoder = new PacketDecoder(LIMITS);
        Inbound decoded = decoder.text(packets.getFirst(), 1);
        for (String attachment : packets.subList(1, packets.size())) {
            decoded = decoder.attachment(Payload.binary(attachment));
        }
        return Objects.requireNonNull(decoded);
    }

    @Property(tries = 2_000)
    void anyTextIsAPacketOrAProtocolError(@ForAll("nearlyPackets") String text) {
        var decoder = new PacketDecoder(LIMITS);
        try {
            Inbound packet = decoder.text(text, 0);
            assertThat(packet == null).isEqualTo(decoder.isPartial());
        } catch (ProtocolException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    @Property(tries = 1_000)
    void anyBytesAreTextOrAProtocolError(@ForAll byte[] bytes) {
        try {
            String text = Payload.utf8(bytes);
            assertThat(text.getBytes(StandardCharsets.UTF_8)).isEqualTo(bytes);
        } catch (ProtocolException e) {
            assertThat(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes)).toString())
                    .contains("\uFFFD");
        }
    }

    @Property(tries = 500)
    void payloadsAreSplitWhereTheyWereJoined(@ForAll List<byte[]> messages) throws ProtocolException {
        ByteBuf body = Unpooled.buffer();
        messages.forEach(message -> Payload.append(body, Frame.binary(message)));
        List<String> packets = new ArrayList<>();
        Payload.split(body.toString(StandardCharsets.US_ASCII), packets::add);
        assertThat(packets).hasSize(Math.max(1, messages.size()));
        for (int i = 0; i < messages.size(); i++) {
            assertThat(Payload.binary(packets.get(i))).isEqualTo(messages.get(i));
        }
    }

    @Provide
    Arbitrary<Long> ids() {
        return Arbitraries.longs().between(-1, 999_999_999_999_999L);
    }

    @Provide
    Arbitrary<String> nearlyPackets() {
        return Arbitraries.strings()
                .withChars("0123456/,-[]{}\"\\abnum_:truefalse \u001e\uD83D")
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<JsonNode>> trees() {
        return tree(3).list().ofMaxSize(4);
    }

    private static Arbitrary<JsonNode> tree(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(10).excludeChars(unpaired()).map(TextNode::valueOf),
                Arbitraries.integers().map(IntNode::valueOf),
                Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.instance),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(5).map(BinaryNode::valueOf));
        if (depth == 0) {
            return leaf;
        }
        return Arbitraries.oneOf(
                leaf,
                tree(depth - 1).list().ofMaxSize(3).map(CodecPropertyTest::array),
                tree(depth - 1).list().ofMaxSize(3).map(CodecPropertyTest::object));
    }

    /** Surrogates alone are not UTF-8, and no text that JSON came from has them. */
    private static char[] unpaired() {
        char[] surrogates = new char[Character.MAX_LOW_SURROGATE - Character.MIN_HIGH_SURROGATE + 1];
        for (int i = 0; i < surrogates.length; i++) {
            surrogates[i] = (char) (Character.MIN_HIGH_SURROGATE + i);
        }
        return surrogates;
    }

    private static JsonNode array(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    private static JsonNode object(List<JsonNode> values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < values.size(); i++) {
            object.set("field" + i, values.get(i));
        }
        return object;
    }
}
