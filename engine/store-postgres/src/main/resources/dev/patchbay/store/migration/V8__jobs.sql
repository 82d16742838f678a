-- Runs of jobs. A run belongs to the node that claimed it until its lease ends, and then to whoever claims it next; whatever a node writes of a run
-- is guarded by the run's fence. The file that a run makes stands there whole or not at all; once it does, a run that is begun again makes no other.

CREATE TABLE job_run (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  kind          text NOT NULL,
  name          text NOT NULL,
  request       jsonb NOT NULL,
  state         text NOT NULL DEFAULT 'QUEUED',
  asked_by      text NOT NULL,
  once          text,                               -- the caller's key: the same asked again is the same run
  asked_at      timestamptz NOT NULL DEFAULT now(),
  started_at    timestamptz,
  ended_at      timestamptz,
  tries         int NOT NULL DEFAULT 0,
  rows_done     bigint NOT NULL DEFAULT 0,
  rows_total    bigint,
  reason        text,
  place         text,                               -- where its file was stored
  cancelled     boolean NOT NULL DEFAULT false,     -- asked for; the node that works on it stops
  fence         bigint NOT NULL DEFAULT 0,
  claimed_until timestamptz NOT NULL DEFAULT '-infinity',
  UNIQUE (asked_by, once)
);
CREATE INDEX job_run_open    ON job_run (asked_at)     WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX job_run_ended   ON job_run (ended_at)     WHERE ended_at IS NOT NULL;
CREATE INDEX job_run_by_kind ON job_run (kind, id);

CREATE TABLE job_result (
  run        uuid PRIMARY KEY REFERENCES job_run ON DELETE CASCADE,
  name       text NOT NULL,
  media_type text NOT NULL,
  length     bigint NOT NULL,
  sha256     text NOT NULL
);
CREATE TABLE job_result_part (
  run   uuid NOT NULL REFERENCES job_result ON DELETE CASCADE,
  part  int NOT NULL,
  bytes bytea STORAGE EXTERNAL NOT NULL,            -- compressed already, or not worth it
  PRIMARY KEY (run, part)
);
