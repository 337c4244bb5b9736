package dev.docket.socketio;

/**
 * The typed key of something that a host attaches to a socket. Two keys of the same name and type are equal.
 *
 * @param name unique within the host
 * @param type of the value
 */
public record Attribute<T>(String name, Class<T> type) {}
