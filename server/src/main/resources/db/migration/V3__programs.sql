-- When a program takes requests, how due dates come about, what its requests must show; checklists.

ALTER TABLE program
    ADD COLUMN start_date                  date,
    ADD COLUMN end_date                    date,
    ADD COLUMN time_zone                   text    NOT NULL DEFAULT 'UTC', -- in which the program's days begin and end
    ADD COLUMN due_rule_enabled            boolean NOT NULL DEFAULT false,
    ADD COLUMN due_offset_days             integer,
    ADD COLUMN due_date_field              text,    -- key of a date field
    ADD COLUMN compliance_type             text CHECK (compliance_type IN ('hssp')),
    ADD COLUMN require_complete_checklists boolean NOT NULL DEFAULT false,
    -- Entries before this seq may hold values of fields that clients do not see any more.
    ADD COLUMN clients_replay_from         bigint  NOT NULL DEFAULT 0;

ALTER TABLE field_definition
    ADD COLUMN items jsonb NOT NULL DEFAULT '[]'; -- of a checklist: [{key, label}]

-- To find what others changed of a program since somebody looked at it.
CREATE INDEX journal_program_updated ON journal (stream, version) WHERE event = 'program:updated';
