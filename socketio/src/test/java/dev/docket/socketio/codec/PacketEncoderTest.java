package dev.docket.socketio.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacketEncoderTest {
    private static String text(Encoded packet) {
        return StandardCharsets.UTF_8.decode(packet.parts().getFirst()).toString();
    }

    @Test
    void writesConnectAnswers() {
        assertThat(text(PacketEncoder.connected("/", "s1", null))).isEqualTo("40{\"sid\":\"s1\"}");
        assertThat(text(PacketEncoder.connected("/admin", "s1", "p1")))
                .isEqualTo("40/admin,{\"sid\":\"s1\",\"pid\":\"p1\"}");
    }

    @Test
    void writesRefusalsWithAndWithoutData() {
        assertThat(text(PacketEncoder.refused("/", "no", null))).isEqualTo("44{\"message\":\"no\"}");
        assertThat(text(PacketEncoder.refused("/admin", "no", Map.of("code", 7))))
                .isEqualTo("44/admin,{\"message\":\"no\",\"data\":{\"code\":7}}");
    }

    @Test
    void writesEventsOfAllKindsOfArguments() {
        assertThat(text(PacketEncoder.event("/", Inbound.NO_ID, "e", 1, "é😀", null, true, List.of(2.5))))
                .isEqualTo("42[\"e\",1,\"é😀\",null,true,[2.5]]");
        assertThat(text(PacketEncoder.event("/n", 12, "e"))).isEqualTo("42/n,12[\"e\"]");
    }

    @Test
    void writesEventsOfJsonAsTheyAre() {
        byte[] json = "{\"a\" : 1}".getBytes(StandardCharsets.UTF_8);
        assertThat(text(PacketEncoder.eventOfJson("/n", "e\"", json, json)))
                .isEqualTo("42/n,[\"e\\\"\",{\"a\" : 1},{\"a\" : 1}]");
    }

    @Test
    void writesAcknowledgementsAndDisconnects() {
        assertThat(text(PacketEncoder.answer("/", 3, "ok"))).isEqualTo("433[\"ok\"]");
        assertThat(text(PacketEncoder.disconnect("/n"))).isEqualTo("41/n,");
    }

    @Test
    void takesBinaryOutFromAnywhere() {
        Encoded packet = PacketEncoder.event("/", 5, "e", new byte[] {1}, Map.of("data", new byte[] {2, 3}));
        assertThat(text(packet))
                .isEqualTo("452-5[\"e\",{\"_placeholder\":true,\"num\":0},"
                        + "{\"data\":{\"_placeholder\":true,\"num\":1}}]");
        assertThat(packet.frames()).hasSize(3);
        assertThat(packet.frames().get(2).isBinary()).isTrue();
        assertThat(packet.frames().get(2).payload().remaining()).isEqualTo(2);
    }

    @Test
    void leavesTheCallersTreeAsItIs() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("data", new byte[] {1});
        ObjectNode before = tree.deepCopy();
        PacketEncoder.event("/", Inbound.NO_ID, "e", tree);
        assertThat(tree).isEqualTo(before);
    }
}
