-- Imports. The file and all that decides what becomes of its rows are frozen with the run, so that any node can go on with it. A chunk of rows is
-- written down with its body and key before it is sent first, and sent again with both until it is answered; rows up to last_row are decided.

ALTER TABLE job_result ADD COLUMN role text NOT NULL DEFAULT 'result';
ALTER TABLE job_result_part ADD COLUMN role text NOT NULL DEFAULT 'result';
ALTER TABLE job_result_part DROP CONSTRAINT job_result_part_run_fkey, DROP CONSTRAINT job_result_part_pkey;
ALTER TABLE job_result DROP CONSTRAINT job_result_pkey, ADD PRIMARY KEY (run, role);
ALTER TABLE job_result_part ADD PRIMARY KEY (run, role, part),
  ADD FOREIGN KEY (run, role) REFERENCES job_result ON DELETE CASCADE;

CREATE TABLE import_run (
  run        uuid PRIMARY KEY REFERENCES job_run ON DELETE CASCADE,
  sha256     text NOT NULL,
  pass       text NOT NULL DEFAULT 'CHECKING',
  read       bigint NOT NULL DEFAULT 0,
  valid      bigint NOT NULL DEFAULT 0,
  faulty     bigint NOT NULL DEFAULT 0,
  duplicates bigint NOT NULL DEFAULT 0,
  made       bigint NOT NULL DEFAULT 0,
  existed    bigint NOT NULL DEFAULT 0,
  refused    bigint NOT NULL DEFAULT 0,
  last_row   bigint NOT NULL DEFAULT 0
);
CREATE INDEX import_run_by_file ON import_run (sha256);

CREATE TABLE import_chunk (
  run      uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  no       int NOT NULL,
  key      text NOT NULL,
  state    text NOT NULL DEFAULT 'OPEN',
  body     bytea,                                  -- until it is answered
  rows     bigint[] NOT NULL,
  keys     bytea[] NOT NULL,
  named    boolean NOT NULL,                       -- whether every row has an id, by which the service knows it again
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  made     int NOT NULL DEFAULT 0,
  existed  int NOT NULL DEFAULT 0,
  refused  int NOT NULL DEFAULT 0,
  PRIMARY KEY (run, no)
);
CREATE INDEX import_chunk_open ON import_chunk (run) WHERE state = 'OPEN';

-- What was found while rows were sent; what was found before stands in the file of the run whose role is 'problems'.
CREATE TABLE import_problem (
  run     uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  row     bigint NOT NULL,
  col     text NOT NULL,
  header  text NOT NULL,
  value   text NOT NULL,
  problem text NOT NULL,
  PRIMARY KEY (run, row)
);

-- Rows that imports brought to a service, as long as their runs are told of.
CREATE TABLE import_row (
  service text NOT NULL,
  key     bytea NOT NULL,
  run     uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  PRIMARY KEY (service, key)
);
CREATE INDEX import_row_by_run ON import_row (run);

CREATE TABLE import_profile (
  name       text PRIMARY KEY,
  draft      jsonb NOT NULL,
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
