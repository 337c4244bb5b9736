package dev.docket.socketio.codec;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Nothing but {@link ProtocolException} comes out of the decoders, whatever goes in. Replays the kept inputs; with
 * {@code JAZZER_FUZZ=1} in the environment it looks for new ones.
 */
class DecoderFuzzTest {
    private static final PacketDecoder.Limits LIMITS = new PacketDecoder.Limits(16, 4, 1_000);

    @FuzzTest(maxDuration = "2m")
    void packets(FuzzedDataProvider data) {
        var decoder = new PacketDecoder(LIMITS);
        try {
            decoder.text(data.consumeString(200), 0);
            while (decoder.isPartial()) {
                decoder.attachment(data.consumeBytes(20));
            }
        } catch (ProtocolException e) {
            // As it should be.
        }
    }

    @FuzzTest(maxDuration = "2m")
    void payloads(byte[] data) {
        try {
            Payload.split(Payload.utf8(data), DecoderFuzzTest::decode);
        } catch (ProtocolException e) {
            // As it should be.
        }
    }

    private static void decode(String packet) {
        try {
            if (packet.startsWith("b")) {
                Payload.binary(packet);
            } else {
                new PacketDecoder(LIMITS).text(packet, 0);
            }
        } catch (ProtocolException e) {
            // As it should be.
        }
    }
}
