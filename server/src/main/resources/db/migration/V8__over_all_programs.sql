-- What is asked over all programs: who mentions me, and requests by their words. Asked beyond the wall, where operators that
-- are not leakproof may use an index (docs/decisions/0010-search-over-all-programs.md).

CREATE INDEX comment_mentions ON comment USING gin (mentions) WHERE deleted_at IS NULL AND mentions <> '{}';

-- All words that a request is found by: key, title and description. Not an index on the request itself: each step of its life
-- writes a new version of that row, and would put every three letters of its text into the index again.
CREATE TABLE request_text (
    request_id uuid PRIMARY KEY REFERENCES request ON DELETE CASCADE,
    program_id uuid NOT NULL REFERENCES program,
    words      text NOT NULL
);

CREATE FUNCTION keep_request_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO request_text (request_id, program_id, words)
    SELECT NEW.id, NEW.program_id, concat_ws(E'\n', p.key || '-' || NEW.number, NEW.title, NEW.description)
    FROM program p WHERE p.id = NEW.program_id
    ON CONFLICT (request_id) DO UPDATE SET words = excluded.words;
    RETURN NULL;
END
$$;

CREATE TRIGGER request_text_new AFTER INSERT ON request
    FOR EACH ROW EXECUTE FUNCTION keep_request_text();
CREATE TRIGGER request_text_changed AFTER UPDATE OF title, description ON request
    FOR EACH ROW WHEN (OLD.title <> NEW.title OR OLD.description <> NEW.description)
    EXECUTE FUNCTION keep_request_text();

ALTER TABLE request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE program NO FORCE ROW LEVEL SECURITY;
INSERT INTO request_text (request_id, program_id, words)
SELECT r.id, r.program_id, concat_ws(E'\n', p.key || '-' || r.number, r.title, r.description)
FROM request r JOIN program p ON p.id = r.program_id;
ALTER TABLE request FORCE ROW LEVEL SECURITY;
ALTER TABLE program FORCE ROW LEVEL SECURITY;

-- Without a list of what is still to be sorted in, which every search would have to read.
CREATE INDEX request_text_words ON request_text USING gin (words gin_trgm_ops) WITH (fastupdate = off);
CALL wall_in('request_text');
