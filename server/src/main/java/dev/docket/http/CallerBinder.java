package dev.docket.http;

import dev.docket.common.Settings;
import dev.docket.common.TrustedProxies;
import dev.docket.identity.Caller;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells a controller method that has a parameter of type {@link Caller} from where the request came. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
    private final TrustedProxies proxies;

    CallerBinder(Settings settings) {
        this.proxies = settings.trustedProxies();
    }

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        Caller caller = Caller.of(
                proxies.clientAddress(request.getRemoteAddress().getAddress(), headers.getAll("X-Forwarded-For")),
                headers.get(HttpHeaders.USER_AGENT));
        return () -> Optional.of(caller);
    }
}
