package dev.docket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.common.Ids;
import dev.docket.common.Json;
import dev.docket.journal.Audience;
import dev.docket.journal.Change;
import dev.docket.journal.Entry;
import dev.docket.journal.EventType;
import dev.docket.journal.Journal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserChangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"role", "active"})
    void mayBeOfRights(String field) {
        assertThat(of("lastName", field).mayBeOfRights()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "firstName", "lastName", "password", "sessions"})
    void isNotOfRightsWhenItSaysSo(String field) {
        assertThat(of(field).mayBeOfRights()).isFalse();
    }

    @Test
    void mayBeOfRightsWhenItDoesNotSayWhatItChanged() {
        assertThat(of().mayBeOfRights()).isTrue();
    }

    private static UserChange of(String... fields) {
        List<Change> changes = Stream.of(fields)
                .map(field -> Change.of(field, field, "before", "after"))
                .toList();
        return UserChange.in(new Entry(
                Journal.SYSTEM,
                1,
                Ids.next(),
                EventType.USER_UPDATED,
                null,
                null,
                Ids.next(),
                Ids.next(),
                "Admin",
                Audience.managers(),
                Json.write(changes),
                "{}",
                null,
                TestingEntry.AT));
    }
}
