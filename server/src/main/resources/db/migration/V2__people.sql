-- What an admin sets at run time: one row per group of settings, read into a record of its own.
CREATE TABLE setting (
    key     text PRIMARY KEY,
    value   jsonb NOT NULL,
    version bigint NOT NULL
);
INSERT INTO setting (key, value, version)
VALUES ('installation', '{"registrationOpen": false, "registrationRole": "client"}', 1);

-- By which its owner recognises a log-in. Renewed with each refresh.
ALTER TABLE login_session
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN address      text NOT NULL DEFAULT '',
    ADD COLUMN device       text NOT NULL DEFAULT '';
UPDATE login_session SET last_used_at = created_at;
ALTER TABLE login_session ALTER COLUMN last_used_at SET NOT NULL;

-- The token that a used one was exchanged for, readable only with the used one.
ALTER TABLE refresh_token ADD COLUMN successor text;

-- Links to set a new password: one per user, gone when it is used.
CREATE TABLE password_reset (
    user_id    uuid PRIMARY KEY REFERENCES app_user,
    hash       bytea NOT NULL UNIQUE, -- SHA-256 of the whole token
    expires_at timestamptz NOT NULL
);
