-- E-mail. Who gets the file of a run is noted before anything is sent, and what became of each of them after: a run that is begun again sends to
-- those only who have not got it.

CREATE TABLE mail_list (
  name       text PRIMARY KEY,
  addresses  text[] NOT NULL,
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);

CREATE TABLE job_recipient (
  run     uuid NOT NULL REFERENCES job_run ON DELETE CASCADE,
  place   int NOT NULL,
  address text NOT NULL,
  state   text NOT NULL DEFAULT 'WAITING',
  reason  text,
  PRIMARY KEY (run, address)
);
