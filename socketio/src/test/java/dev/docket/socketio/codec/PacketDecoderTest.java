package dev.docket.socketio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.BinaryNode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketDecoderTest {
    private final PacketDecoder decoder = new PacketDecoder(new PacketDecoder.Limits(8, 3, 100));

    private Inbound decode(String packet) throws ProtocolException {
        return Objects.requireNonNull(decoder.text(packet, 0));
    }

    @Test
    void readsConnectWithAndWithoutAuth() throws ProtocolException {
        assertThat(decode("0").namespace()).isEqualTo("/");
        assertThat(decode("0/admin").namespace()).isEqualTo("/admin");
        var connect = (Inbound.Connect) decode("0/admin,{\"token\":\"123\"}");
        assertThat(connect.namespace()).isEqualTo("/admin");
        assertThat(connect.auth().path("token").asText()).isEqualTo("123");
    }

    @Test
    void readsDisconnect() throws ProtocolException {
        assertThat(decode("1/admin,")).isEqualTo(new Inbound.Disconnect("/admin"));
        assertThat(decode("1")).isEqualTo(new Inbound.Disconnect("/"));
    }

    @Test
    void readsEventWithNamespaceAndId() throws ProtocolException {
        var event = (Inbound.Event) decode("2/admin,456[\"project:delete\",123]");
        assertThat(event.namespace()).isEqualTo("/admin");
        assertThat(event.id()).isEqualTo(456);
        assertThat(event.values()).hasSize(2);
    }

    @Test
    void readsAcknowledgement() throws ProtocolException {
        var answer = (Inbound.Answer) decode("3/admin,456[]");
        assertThat(answer.id()).isEqualTo(456);
        assertThat(answer.values()).isEmpty();
    }

    @Test
    void putsAttachmentsInTheirPlaces() throws ProtocolException {
        assertThat(decoder.text(
                        "52-[\"baz\",{\"_placeholder\":true,\"num\":1},{\"deep\":[{\"_placeholder\":true,\"num\":0}]}]",
                        0))
                .isNull();
        assertThat(decoder.isPartial()).isTrue();
        assertThat(decoder.attachment(new byte[] {1})).isNull();
        var event = (Inbound.Event) Objects.requireNonNull(decoder.attachment(new byte[] {2}));
        assertThat(event.values().get(1)).isEqualTo(BinaryNode.valueOf(new byte[] {2}));
        assertThat(event.values().get(2).path("deep").get(0)).isEqualTo(BinaryNode.valueOf(new byte[] {1}));
        assertThat(decoder.isPartial()).isFalse();
    }

    @Test
    void leavesPlaceholdersInPlainEventsAlone() throws ProtocolException {
        var event = (Inbound.Event) decode("2[\"a\",{\"_placeholder\":true,\"num\":9}]");
        assertThat(event.values().get(1).path("num").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "4{\"message\":\"x\"}",
                "7",
                "0abc",
                "0[]",
                "0{",
                "0{}{}",
                "1{}",
                "2",
                "2{}",
                "2[]",
                "2[{}]",
                "2[\"a\"",
                "2[\"a\"]]",
                "2abc[\"a\"]",
                "2[\"connect\"]",
                "2[\"disconnect\"]",
                "2[\"newListener\"]",
                "21234567890123456[\"a\"]",
                "3[]",
                "312",
                "5[\"a\"]",
                "5-[\"a\"]",
                "54-[\"a\"]",
                "599999999999-[\"a\"]",
                "50-[\"a\",{\"_placeholder\":true,\"num\":0}]",
                "2[\"a\",[[[[[[[[[[]]]]]]]]]]",
            })
    void refusesWhatIsNotTheProtocol(String packet) {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decoder.text(packet, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "4294967296", "\"0\"", "0.5", "null"})
    void refusesPlaceholdersOfNoAttachment(String number) throws ProtocolException {
        assertThat(decoder.text("51-[\"a\",{\"_placeholder\":true,\"num\":" + number + "}]", 0))
                .isNull();
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decoder.attachment(new byte[1]));
    }

    @Test
    void refusesAttachmentsThatNobodyAnnounced() {
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decoder.attachment(new byte[1]));
    }

    @Test
    void refusesTextInPlaceOfAnAttachment() throws ProtocolException {
        assertThat(decoder.text("51-[\"a\"]", 0)).isNull();
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decoder.text("2[\"a\"]", 0));
    }

    @Test
    void refusesAttachmentsThatAreTooLargeTogether() throws ProtocolException {
        assertThat(decoder.text("52-[\"a\"]", 0)).isNull();
        assertThat(decoder.attachment(new byte[60])).isNull();
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> decoder.attachment(new byte[60]));
    }
}
