package dev.docket.storage;

/**
 * Takes part in every write transaction, on its thread: so that what belongs to a call, and not to one feature, is
 * committed with what the call does. What it throws rolls the transaction back.
 */
public interface WriteObserver {
    /** Takes part in nothing. */
    WriteObserver NONE = new WriteObserver() {
        @Override
        public void begun(Transaction tx) {}

        @Override
        public void ending(Transaction tx, Object result) {}
    };

    /** Before the first statement. */
    void begun(Transaction tx);

    /** After the last statement, before the commit. */
    void ending(Transaction tx, Object result);
}
