package dev.docket.http;

import dev.docket.common.Problem;
import dev.docket.identity.Open;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Set;

/** The API and the live events described: the files that the build made from the code, and pages to browse them. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Docket",
                        version = "1",
                        description =
                                "Request management in real time. Errors are problem documents (RFC 9457). A POST that is"
                                        + " sent again with the same Idempotency-Key (1..255 printable ASCII characters) within 24"
                                        + " hours is carried out once; uploads take no key.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
@OpenAPIExtraSchema(classes = ProblemDocument.class)
@Controller("/api")
@Hidden
@Open
final class ApiDescriptionController {
    /** Swagger UI draws its icons from data URLs and sets styles inline. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> PAGE_FILES =
            Set.of("swagger-ui.css", "swagger-ui-bundle.js", "docs.js", "events.css");

    @Get("/v1/openapi.yml")
    HttpResponse<byte[]> openApi() {
        return file("META-INF/swagger/docket.yml", "application/yaml;charset=utf-8");
    }

    @Get("/v1/asyncapi.yml")
    HttpResponse<byte[]> asyncApi() {
        return file("META-INF/asyncapi/docket.yml", "application/yaml;charset=utf-8");
    }

    @Get("/docs")
    HttpResponse<byte[]> page() {
        return file("api-docs/index.html", "text/html;charset=utf-8");
    }

    @Get("/docs/events")
    HttpResponse<byte[]> eventsPage() {
        return file("api-docs/events.html", "text/html;charset=utf-8");
    }

    @Get("/docs/{name}")
    HttpResponse<byte[]> pageFile(String name) {
        if (!PAGE_FILES.contains(name)) {
            throw Problem.notFound("file");
        }
        return file("api-docs/" + name, MediaTypes.ofFile(name));
    }

    private static HttpResponse<byte[]> file(String path, String mediaType) {
        byte[] content = ClasspathFile.read(path).orElseThrow(() -> Problem.notFound("file"));
        return HttpResponse.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }
}
