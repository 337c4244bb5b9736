-- Comments that can be edited, restored, and mention people.
ALTER TABLE comment
    ADD COLUMN version    bigint NOT NULL DEFAULT 1,
    ADD COLUMN mentions   uuid[] NOT NULL DEFAULT '{}',
    ADD COLUMN edited_at  timestamptz,
    ADD COLUMN deleted_by uuid REFERENCES app_user,
    DROP CONSTRAINT comment_request_id_fkey,
    ADD FOREIGN KEY (request_id) REFERENCES request ON DELETE CASCADE;
-- Who deleted these was not kept; they are too old to be restored anyway.
UPDATE comment SET deleted_by = author_id WHERE deleted_at IS NOT NULL;
-- With the deleted ones, for a cursor may stand on one.
DROP INDEX comment_request;
CREATE INDEX comment_request ON comment (request_id, created_at, id);

-- What comments said before they were edited.
CREATE TABLE comment_version (
    comment_id uuid NOT NULL REFERENCES comment ON DELETE CASCADE,
    version    bigint NOT NULL,
    program_id uuid NOT NULL REFERENCES program,
    body       text NOT NULL,
    mentions   uuid[] NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (comment_id, version)
);

-- An attachment's row outlives its bytes (storage_key NULL) for the history's sake. One whose request is gone for good
-- (request_id NULL) waits for its bytes to be removed.
ALTER TABLE attachment
    ADD COLUMN deleted_by       uuid REFERENCES app_user,
    ADD COLUMN thumbnail_key    text,
    ADD COLUMN thumbnail_failed boolean NOT NULL DEFAULT false,
    ALTER COLUMN storage_key DROP NOT NULL,
    ALTER COLUMN request_id DROP NOT NULL,
    DROP CONSTRAINT attachment_request_id_fkey,
    ADD FOREIGN KEY (request_id) REFERENCES request ON DELETE SET NULL;
UPDATE attachment SET deleted_by = uploader_id, storage_key = NULL WHERE deleted_at IS NOT NULL;
DROP INDEX attachment_request;
CREATE INDEX attachment_request ON attachment (request_id, created_at, id);
CREATE UNIQUE INDEX attachment_storage_key ON attachment (storage_key);
CREATE UNIQUE INDEX attachment_thumbnail_key ON attachment (thumbnail_key);
CREATE INDEX attachment_usage ON attachment (program_id) INCLUDE (size) WHERE storage_key IS NOT NULL;
CREATE INDEX attachment_leaving ON attachment (deleted_at)
    WHERE storage_key IS NOT NULL AND (deleted_at IS NOT NULL OR request_id IS NULL);

-- NULL: as much as the operator's settings say.
ALTER TABLE program ADD COLUMN storage_quota_bytes bigint;
