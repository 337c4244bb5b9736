-- A request that search can never find is worse than a refusal: below the wall the program's row can be out of sight.
CREATE OR REPLACE FUNCTION keep_request_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO request_text (request_id, program_id, words)
    SELECT NEW.id, NEW.program_id, concat_ws(E'\n', p.key || '-' || NEW.number, NEW.title, NEW.description)
    FROM program p WHERE p.id = NEW.program_id
    ON CONFLICT (request_id) DO UPDATE SET words = excluded.words;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the words of request % can not be kept: program % is out of sight', NEW.id, NEW.program_id;
    END IF;
    RETURN NULL;
END
$$;
