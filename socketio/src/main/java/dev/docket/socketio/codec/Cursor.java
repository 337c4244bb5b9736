package dev.docket.socketio.codec;

/** Reads the head of a packet from left to right. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text, int start) {
        this.text = text;
        this.at = start;
    }

    boolean atEnd() {
        return at == text.length();
    }

    char next() throws ProtocolException {
        if (atEnd()) {
            throw new ProtocolException("packet ends too early");
        }
        return text.charAt(at++);
    }

    /** The namespace up to its comma or to the end; {@code /} if none is given. */
    String namespace() {
        if (atEnd() || text.charAt(at) != '/') {
            return "/";
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String name = text.substring(at, end);
        at = Math.min(end + 1, text.length());
        return name;
    }

    /** A number in digits, or {@link Inbound#NO_ID} if there is none. */
    long number(int maxDigits) throws ProtocolException {
        int start = at;
        long number = 0;
        while (!atEnd() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = number * 10 + text.charAt(at++) - '0';
            if (at - start > maxDigits) {
                throw new ProtocolException("number is too long");
            }
        }
        return at == start ? Inbound.NO_ID : number;
    }

    String rest() {
        return text.substring(at);
    }

    void expectEnd() throws ProtocolException {
        if (!atEnd()) {
            throw new ProtocolException("packet is too long");
        }
    }
}
