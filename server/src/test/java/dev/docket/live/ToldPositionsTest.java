package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Json;
import dev.docket.journal.Position;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ToldPositionsTest {
    private static final String PROGRAM = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final String EPOCH = "01890a5d-ac96-774b-bcce-b302099a8058";

    @Test
    void readsPositions() {
        assertThat(ToldPositions.parse(Json.parse(one("{\"epoch\":\"" + EPOCH + "\",\"seq\":17}"))))
                .contains(Map.of(UUID.fromString(PROGRAM), new Position(UUID.fromString(EPOCH), 17)));
    }

    @Test
    void tellsNothingFromKnowingNoProgram() {
        assertThat(ToldPositions.parse(Json.parse("{}"))).contains(Map.of());
        assertThat(ToldPositions.parse(Json.parse("{}").path("positions"))).isEmpty();
        assertThat(ToldPositions.parse(Json.parse("[1]"))).isEmpty();
    }

    @Test
    void takesNonsenseForAnotherHistory() {
        for (String position : new String[] {
            "5",
            "null",
            "{}",
            "{\"epoch\":\"x\",\"seq\":1}",
            "{\"epoch\":\"" + EPOCH + "\",\"seq\":-1}",
            "{\"epoch\":\"" + EPOCH + "\",\"seq\":1.5}",
            "{\"epoch\":\"" + EPOCH + "\",\"seq\":\"1\"}",
            "{\"epoch\":\"" + EPOCH + "\",\"seq\":1e300}"
        }) {
            assertThat(ToldPositions.parse(Json.parse(one(position))))
                    .as(position)
                    .contains(Map.of(UUID.fromString(PROGRAM), new Position(new UUID(0, 0), 0)));
        }
    }

    @Test
    void passesOverWhatIsNoProgram() {
        assertThat(ToldPositions.parse(Json.parse("{\"x\":{\"epoch\":\"" + EPOCH + "\",\"seq\":1}}")))
                .contains(Map.of());
    }

    private static String one(String position) {
        return "{\"" + PROGRAM + "\":" + position + "}";
    }
}
