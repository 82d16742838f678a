-- More kinds of work for schedules, and messages about runs that failed.

ALTER TABLE schedule                                -- what it needs; neither is taken away while it does
  ADD COLUMN connectors text[] NOT NULL DEFAULT '{}',
  ADD COLUMN lists      text[] NOT NULL DEFAULT '{}';
UPDATE schedule SET
  connectors = array_remove(ARRAY[request -> 'store' ->> 'connector', request -> 'mail' ->> 'connector'], NULL),
  lists = ARRAY(SELECT substr(one, 6) FROM jsonb_array_elements_text(request -> 'mail' -> 'to') one WHERE one LIKE 'list:%');

-- What people have been told of a schedule. A notice is a run of kind 'notice'; as long as nobody began it, what happens meanwhile is told by it too.
CREATE TABLE schedule_notice (
  schedule text NOT NULL REFERENCES schedule ON DELETE CASCADE,
  what     text NOT NULL,                           -- FAILED or SKIPPED
  notice   uuid,                                    -- the newest, which may have gone
  at       timestamptz NOT NULL DEFAULT '-infinity',  -- when it is sent at the earliest: the next comes an hour later
  failing  boolean NOT NULL DEFAULT false,          -- whether the run that ended last failed
  told     boolean NOT NULL DEFAULT false,          -- whether an earlier notice says so
  PRIMARY KEY (schedule, what)
);

CREATE TABLE notice_run (
  notice uuid NOT NULL REFERENCES job_run ON DELETE CASCADE,
  run    uuid NOT NULL REFERENCES job_run ON DELETE CASCADE,
  PRIMARY KEY (notice, run)
);
CREATE INDEX notice_run_by_run ON notice_run (run);

-- Files of stores that schedules import. A file is one by where it stands and what it holds: its row is there before it is imported, and stays.
CREATE TABLE watched_file (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connector  text NOT NULL,
  path       text NOT NULL,
  sha256     text NOT NULL,
  length     bigint NOT NULL,
  changed    text NOT NULL,                         -- as the store tells it, which may be more exact than a timestamp
  schedule   text NOT NULL,
  run        uuid NOT NULL,                         -- that has it, or had
  state      text NOT NULL DEFAULT 'TAKEN',
  attempt    int NOT NULL DEFAULT 1,                -- of importing it: what could not be may be tried again
  import_run uuid,
  reason     text,                                  -- why it was not imported
  seen_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (connector, path, sha256)
);
CREATE INDEX watched_file_by_run ON watched_file (run);
CREATE INDEX watched_file_open   ON watched_file (schedule) WHERE state <> 'SETTLED';

-- How long files have lain unchanged. The schedule may be gone while its last run looks.
CREATE TABLE watched_sight (
  schedule text NOT NULL,
  path     text NOT NULL,
  length   bigint NOT NULL,
  changed  text NOT NULL,
  since    timestamptz NOT NULL DEFAULT clock_timestamp(),
  run      uuid NOT NULL,                           -- that looked last
  restless boolean NOT NULL DEFAULT false,          -- it has changed since that run saw it first
  PRIMARY KEY (schedule, path)
);
