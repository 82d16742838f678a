-- What of a dataset is shown to whom, and how the fields in the file of an export were: a caller who may see less now does not get it. A file that
-- a node of the version before made has no such row; it is for callers from whom nothing is hidden.

CREATE TABLE dataset_policy (
  name       text PRIMARY KEY,
  policy     jsonb NOT NULL,
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

CREATE TABLE job_shown (
  run    uuid PRIMARY KEY REFERENCES job_run ON DELETE CASCADE,
  fields jsonb NOT NULL
);
