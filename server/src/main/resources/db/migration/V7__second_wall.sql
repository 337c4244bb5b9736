-- The second wall between programs (docs/decisions/0009-row-level-security.md). The server's connections are docket_app, which
-- owns nothing and finds only rows of the program that its transaction has entered; what goes over all programs becomes
-- docket_every_program for the rest of its transaction. Both roles are there before any migration runs.
--
-- Whoever makes a table with rows of programs calls wall_in for it; a test fails otherwise. The owner is kept out, too: a
-- migration that must change such rows takes FORCE away and gives it back.

DO $$
BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO docket_app, docket_every_program', current_schema());
END
$$;

CREATE FUNCTION entered_program() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('docket.program', true), '')::uuid;

CREATE PROCEDURE wall_in(walled regclass, program_column name DEFAULT 'program_id') LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY entered_program ON %s TO docket_app USING (%I = entered_program())',
        walled, program_column);
    EXECUTE format('CREATE POLICY every_program ON %s TO docket_every_program USING (true)', walled);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO docket_app, docket_every_program', walled);
END
$$;

CALL wall_in('program', 'id');
CALL wall_in('membership');
CALL wall_in('field_definition');
CALL wall_in('request');
CALL wall_in('request_watch');
CALL wall_in('request_template');
CALL wall_in('comment');
CALL wall_in('comment_version');
CALL wall_in('attachment');
-- The system stream is entered like a program.
CALL wall_in('journal', 'stream');
REVOKE UPDATE, DELETE ON journal FROM docket_app, docket_every_program;

-- Below a policy only operators that are marked leakproof may use an index, so that none of them sees a foreign row; @> is not.
-- This asks the index beyond the wall, keeps to the program itself, and tells ids only. Drafts too; deleted requests not.
CREATE FUNCTION requests_shared_with(viewer uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SET role = 'docket_every_program'
BEGIN ATOMIC
    SELECT id FROM request
    WHERE program_id = entered_program() AND deleted_at IS NULL
      AND participant_ids <> '{}' AND participant_ids @> ARRAY[viewer];
END;

-- What belongs to no program. Of the streams there are only positions and hashes, which the head check reads all at once.
GRANT SELECT, INSERT, UPDATE, DELETE
    ON app_user, login_session, refresh_token, password_reset, signing_key, setting, idempotent_call, stream
    TO docket_app, docket_every_program;
GRANT SELECT ON request_watcher TO docket_app, docket_every_program;

-- And what later migrations make.
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO docket_app, docket_every_program;
