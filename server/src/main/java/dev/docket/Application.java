package dev.docket;

/** Starts the server. */
public final class Application {
    private Application() {}
}
