package dev.docket.request;

import dev.docket.identity.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/v1/me/dashboard")
@Tag(name = "Dashboard")
final class DashboardController {
    private final Dashboard dashboard;

    DashboardController(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @Get
    @Operation(
            operationId = "getDashboard",
            summary = "What concerns you in all active programs, at most ten requests of each kind")
    Dashboard.View get(Actor actor) {
        return dashboard.of(actor);
    }
}
