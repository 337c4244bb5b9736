package dev.docket.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource({"40, 40", "4E+1, 40", "1E15, 1000000000000000", "1E-10, 0.0000000001", "-12.50, -12.5", "0, 0"})
    void writesNumbersAsPeopleDo(BigDecimal number, String written) {
        assertThat(Json.write(Json.tree(Map.of("cost", DecimalNode.valueOf(number)))))
                .isEqualTo("{\"cost\":" + written + "}");
    }

    @Test
    void showsWhatWasStoredWithAnExponentAsPeopleWriteIt() {
        assertThat(Json.write(Json.parse("{\"before\":null,\"after\":4E+1}")))
                .isEqualTo("{\"before\":null,\"after\":40}");
    }
}
