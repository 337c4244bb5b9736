package dev.docket.socketio;

/** How a server of its own does its input and output. A server inside a host uses the host's. */
public enum IoBackend {
    /** {@link #EPOLL} where it is available, otherwise {@link #NIO}. */
    AUTO,
    /** Linux epoll through Netty's native library. */
    EPOLL,
    /** The JDK's selectors; everywhere. */
    NIO,
    /** Linux io_uring. Costs about as much as epoll; the host must bring its library. */
    IO_URING
}
