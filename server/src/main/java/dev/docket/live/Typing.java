package dev.docket.live;

/** Whether somebody writes a comment, and for whom. */
enum Typing {
    NO,
    /** For staff only: no client learns of it. */
    INTERNALLY,
    PUBLICLY
}
