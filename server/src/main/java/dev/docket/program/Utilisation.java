package dev.docket.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.common.Page;
import dev.docket.common.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a program's limits on active requests are used. Clients get only what concerns themselves. */
@Schema(name = "Utilisation")
public record Utilisation(
        @Schema(description = "For staff: the whole program") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Gauge program,

        @Schema(description = "The caller's own requests") Gauge own,

        @Schema(description = "For staff: everybody who has active requests, those with the most first")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Page<UserGauge> users) {

    /** A warning in time: from here on a limit is near, in percent. */
    static final int NEAR_PERCENT = 80;

    /** How much room is left. */
    @Schema(name = "UtilisationState", description = "near: from 80 %; reached: no room for one more")
    public enum State {
        @JsonProperty("unlimited")
        UNLIMITED,
        @JsonProperty("free")
        FREE,
        @JsonProperty("near")
        NEAR,
        @JsonProperty("reached")
        REACHED
    }

    /**
     * @param limit null: none
     * @param percent of the limit, rounded down; above 100 if the limit was lowered below what is active
     */
    @Schema(name = "UtilisationGauge", description = "How far one limit is used")
    public record Gauge(
            int active, @Nullable Integer limit, @Nullable Integer percent, State state) {

        static Gauge of(int active, @Nullable Integer limit) {
            if (limit == null) {
                return new Gauge(active, null, null, State.UNLIMITED);
            }
            int percent = (int) (active * 100L / limit);
            State state = active >= limit ? State.REACHED : percent >= NEAR_PERCENT ? State.NEAR : State.FREE;
            return new Gauge(active, limit, percent, state);
        }
    }

    /** The limit per user, as one person uses it. */
    @Schema(name = "UserUtilisation")
    public record UserGauge(Person user, Gauge gauge) {}
}
