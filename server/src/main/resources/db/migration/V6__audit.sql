-- What was written into the journal stays as it was written, whatever the server does. Whoever owns the table can take the
-- trigger away; the hashes, kept elsewhere, show what was done then (docs/operate/audit.md).
CREATE FUNCTION refuse_change_of_journal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_journal();

-- The audit reads newest first, over all streams or by one filter. Each of these makes a page cost what a page costs,
-- however long the journal is. One program is read by its numbers (journal_pkey), one request by journal_request: every
-- index more makes every change dearer.
CREATE INDEX journal_at ON journal (at, id);
CREATE INDEX journal_event_at ON journal (event, at, id);
CREATE INDEX journal_actor_at ON journal (actor_id, at, id);
CREATE INDEX journal_subject_at ON journal (subject_id, at, id) WHERE subject_id IS NOT NULL;
