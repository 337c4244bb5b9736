package dev.docket.live;

import dev.docket.socketio.SocketIoServer;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Puts the engine into the HTTP server's connections, so that REST and {@code /socket.io/} share the port. It sits
 * directly behind the HTTP codec, before everything of the framework: authentication, CORS, access log do not apply to it.
 */
@Singleton
final class LivePipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String NAME = "docket-live";

    private final Provider<LiveServer> server;

    LivePipeline(Provider<LiveServer> server) {
        this.server = server;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Customizer(server.get().engine(), null));
        return registry;
    }

    /** One for the listener, from which one per connection is made. */
    private record Customizer(
            SocketIoServer engine, @Nullable Channel connection) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Customizer(engine, channel) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (connection != null) {
                connection
                        .pipeline()
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, NAME, engine.newHandler());
            }
        }
    }
}
