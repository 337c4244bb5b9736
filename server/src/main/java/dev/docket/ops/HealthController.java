package dev.docket.ops;

import dev.docket.storage.Database;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;

/** For load balancers and supervisors: whether this server can do its work now. */
@Controller("/health")
@Hidden
final class HealthController {
    private final Database database;

    HealthController(Database database) {
        this.database = database;
    }

    @Introspected
    record Health(String status, String database) {}

    /** 200, or 503 while the database does not answer. */
    @Get
    HttpResponse<Health> health() {
        return database.answers()
                ? HttpResponse.ok(new Health("up", "up"))
                : HttpResponse.<Health>status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("down", "down"));
    }
}
