-- Requests shared with other clients, watched, made from templates, deleted and restored; repeated calls of the API.

-- Whom a request is shared with stands in its own row: whoever has waited for the row's lock then reads the list as it is
-- now, which another table, read with an older snapshot, would not say.
ALTER TABLE request
    ADD COLUMN participant_ids uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN deleted_by uuid REFERENCES app_user,
    ADD COLUMN purged_at timestamptz; -- since then the row is empty and only keeps the number
CREATE INDEX request_participants ON request USING gin (participant_ids)
    WHERE deleted_at IS NULL AND participant_ids <> '{}';
CREATE INDEX request_assignee ON request (program_id, assignee_id) WHERE deleted_at IS NULL AND assignee_id IS NOT NULL;
CREATE INDEX request_due ON request (program_id, due_date)
    WHERE deleted_at IS NULL AND due_date IS NOT NULL AND status IN ('submitted', 'in_review', 'approved');
CREATE INDEX request_deleted ON request (deleted_at) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;

-- Who said that they watch a request, or that they do not. Most watch it without having said so: see the view.
CREATE TABLE request_watch (
    program_id uuid NOT NULL REFERENCES program,
    request_id uuid NOT NULL REFERENCES request,
    user_id    uuid NOT NULL REFERENCES app_user,
    watching   boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (request_id, user_id)
);

-- Who watches: the creator, the assignee, everybody who has commented and who said so; nobody who said no. Whether they
-- may still see the request is the reader's to check.
CREATE VIEW request_watcher WITH (security_invoker = true) AS
SELECT r.program_id, r.id AS request_id, w.user_id
FROM request r
CROSS JOIN LATERAL (
    SELECT r.creator_id AS user_id
    UNION
    SELECT r.assignee_id WHERE r.assignee_id IS NOT NULL
    UNION
    SELECT c.author_id FROM comment c WHERE c.request_id = r.id AND c.deleted_at IS NULL
    UNION
    SELECT said.user_id FROM request_watch said WHERE said.request_id = r.id AND said.watching
) w
WHERE NOT EXISTS (
    SELECT FROM request_watch said WHERE said.request_id = r.id AND said.user_id = w.user_id AND NOT said.watching);

CREATE TABLE request_template (
    id          uuid PRIMARY KEY,
    program_id  uuid NOT NULL REFERENCES program,
    name        citext NOT NULL,
    visibility  text NOT NULL CHECK (visibility IN ('everyone', 'staff')),
    title       text NOT NULL, -- empty: whoever uses it writes one
    description text NOT NULL,
    priority    text NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    fields      jsonb NOT NULL,
    version     bigint NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    CONSTRAINT request_template_name UNIQUE (program_id, name)
);

-- What a POST with an Idempotency-Key was answered, written in the transaction of what it did.
CREATE TABLE idempotent_call (
    user_id     uuid NOT NULL REFERENCES app_user,
    key         text NOT NULL,
    fingerprint text NOT NULL,  -- SHA-256 of method, address and body
    status      integer NOT NULL,
    location    text,
    body        text,           -- none if there was none, or too long a one to keep
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotent_call_age ON idempotent_call (created_at);
