-- Ids are UUIDv7, instants timestamptz in UTC, dates are dates. Limits are checked by the server; the database keeps
-- what must hold whatever the server does: keys, references, uniqueness.

CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE app_user (
    id            uuid PRIMARY KEY,
    email         citext NOT NULL UNIQUE,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    role          text NOT NULL CHECK (role IN ('admin', 'manager', 'team_member', 'client')),
    active        boolean NOT NULL DEFAULT true,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL
);

-- One log-in on one device. Its refresh tokens form the family that ends together.
CREATE TABLE login_session (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,
    end_reason text
);
CREATE INDEX login_session_user ON login_session (user_id) WHERE ended_at IS NULL;
CREATE INDEX login_session_ended ON login_session (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE refresh_token (
    hash       bytea PRIMARY KEY, -- SHA-256 of the whole token
    session_id uuid NOT NULL REFERENCES login_session,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- Keys that Docket made for itself at its first start.
CREATE TABLE signing_key (
    purpose    text PRIMARY KEY,
    secret     bytea NOT NULL,
    created_at timestamptz NOT NULL
);

-- The journal's streams: one per program (same id) and the system stream (id zero).
CREATE TABLE stream (
    id    uuid PRIMARY KEY,
    epoch uuid NOT NULL,
    head  bigint NOT NULL DEFAULT 0,
    hash  bytea NOT NULL DEFAULT '\x'
);

-- data, client_data and changes are json, not jsonb: the bytes that were hashed are the bytes that are kept.
CREATE TABLE journal (
    stream       uuid NOT NULL REFERENCES stream,
    seq          bigint NOT NULL,
    id           uuid NOT NULL UNIQUE,
    event        text NOT NULL,
    request_id   uuid,
    version      bigint,
    subject_id   uuid,                 -- the user whose rights the entry changes, if it does
    actor_id     uuid NOT NULL,
    actor_name   text NOT NULL,
    level        text NOT NULL CHECK (level IN ('none', 'managers', 'staff')),
    staff_users  uuid[] NOT NULL,      -- named users who get the staff presentation
    client_users uuid[] NOT NULL,      -- named users who get the client presentation
    forget_level text NOT NULL CHECK (forget_level IN ('none', 'managers', 'staff')),
    forget_users uuid[] NOT NULL,      -- who lose sight of the request by this entry and are told only that
    changes      json NOT NULL,
    data         json NOT NULL,
    client_data  json,
    at           timestamptz NOT NULL,
    -- The transaction that wrote the entry. Unlike any time it says for sure what was over before something else began.
    xid          bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    hash         bytea NOT NULL,
    PRIMARY KEY (stream, seq)
);
CREATE INDEX journal_xid ON journal (stream, xid);
CREATE INDEX journal_request ON journal (request_id, seq) WHERE request_id IS NOT NULL;

CREATE TABLE program (
    id                           uuid PRIMARY KEY REFERENCES stream,
    key                          text NOT NULL UNIQUE,
    name                         citext NOT NULL UNIQUE,
    description                  text NOT NULL,
    status                       text NOT NULL CHECK (status IN ('active', 'archived')),
    allow_client_submission      boolean NOT NULL,
    require_approval             boolean NOT NULL,
    max_active_requests          integer,
    max_active_requests_per_user integer,
    last_number                  integer NOT NULL DEFAULT 0,
    version                      bigint NOT NULL,
    created_at                   timestamptz NOT NULL
);

CREATE TABLE membership (
    program_id uuid NOT NULL REFERENCES program,
    user_id    uuid NOT NULL REFERENCES app_user,
    role       text NOT NULL CHECK (role IN ('manager', 'team_member', 'client')),
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (program_id, user_id)
);
CREATE INDEX membership_user ON membership (user_id);

CREATE TABLE field_definition (
    id          uuid PRIMARY KEY,
    program_id  uuid NOT NULL REFERENCES program,
    key         text NOT NULL,
    label       text NOT NULL,
    type        text NOT NULL,
    required    boolean NOT NULL,
    options     jsonb NOT NULL,
    placeholder text NOT NULL,
    visibility  text NOT NULL CHECK (visibility IN ('everyone', 'staff')),
    position    integer NOT NULL,
    removed_at  timestamptz
);
CREATE UNIQUE INDEX field_definition_key ON field_definition (program_id, key) WHERE removed_at IS NULL;

CREATE TABLE request (
    id                        uuid PRIMARY KEY,
    program_id                uuid NOT NULL REFERENCES program,
    number                    integer NOT NULL,
    title                     text NOT NULL,
    description               text NOT NULL,
    priority                  text NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    status                    text NOT NULL
        CHECK (status IN ('draft', 'submitted', 'in_review', 'approved', 'rejected', 'completed')),
    fields                    jsonb NOT NULL,
    creator_id                uuid NOT NULL REFERENCES app_user,
    assignee_id               uuid REFERENCES app_user,
    due_date                  date,
    rejection_reason          text,
    comment_count             integer NOT NULL DEFAULT 0, -- what everybody sees
    internal_comment_count    integer NOT NULL DEFAULT 0, -- what only staff see, on top
    attachment_count          integer NOT NULL DEFAULT 0,
    internal_attachment_count integer NOT NULL DEFAULT 0,
    version                   bigint NOT NULL,
    created_at                timestamptz NOT NULL,
    updated_at                timestamptz NOT NULL,
    deleted_at                timestamptz,
    UNIQUE (program_id, number)
);
CREATE INDEX request_recent ON request (program_id, updated_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX request_creator ON request (program_id, creator_id) WHERE deleted_at IS NULL;
CREATE INDEX request_active ON request (program_id)
    WHERE deleted_at IS NULL AND status IN ('submitted', 'in_review', 'approved');

CREATE TABLE comment (
    id         uuid PRIMARY KEY,
    program_id uuid NOT NULL REFERENCES program,
    request_id uuid NOT NULL REFERENCES request,
    author_id  uuid NOT NULL REFERENCES app_user,
    body       text NOT NULL,
    internal   boolean NOT NULL,
    created_at timestamptz NOT NULL,
    deleted_at timestamptz
);
CREATE INDEX comment_request ON comment (request_id, id) WHERE deleted_at IS NULL;

CREATE TABLE attachment (
    id          uuid PRIMARY KEY,
    program_id  uuid NOT NULL REFERENCES program,
    request_id  uuid NOT NULL REFERENCES request,
    uploader_id uuid NOT NULL REFERENCES app_user,
    name        text NOT NULL,
    size        bigint NOT NULL,
    type        text NOT NULL,
    internal    boolean NOT NULL,
    storage_key text NOT NULL,
    created_at  timestamptz NOT NULL,
    deleted_at  timestamptz
);
CREATE INDEX attachment_request ON attachment (request_id, id) WHERE deleted_at IS NULL;

INSERT INTO stream (id, epoch) VALUES ('00000000-0000-0000-0000-000000000000', gen_random_uuid());
