-- Runs that look for what should not be. A node of the version before leaves the new column empty, and knows no runs that fill it.

ALTER TABLE job_run ADD COLUMN findings bigint;     -- null: it was not to look

-- Keys whose rows a run found amiss and still has to deliver again.
CREATE TABLE found_key (
  run     uuid NOT NULL REFERENCES job_run ON DELETE CASCADE,
  lane_id int NOT NULL,
  key     text NOT NULL,
  seq     bigint NOT NULL,                          -- of its newest delivery then: if there is a newer one, the row is another
  PRIMARY KEY (run, lane_id, key)
);

-- Who hears of runs that fail, where no schedule says it. One row; a notice is a run of kind 'notice', as of schedules.
CREATE TABLE hub_notice (
  name       text PRIMARY KEY CHECK (name = 'notices'),
  connector  text,                                  -- null: nobody
  recipients text[] NOT NULL DEFAULT '{}',
  zone       text NOT NULL DEFAULT 'UTC',
  notice     uuid,                                  -- the newest, which may have gone
  at         timestamptz NOT NULL DEFAULT '-infinity',  -- when it is sent at the earliest: the next comes an hour later
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
INSERT INTO hub_notice (name, version, changed_at, changed_by) VALUES ('notices', 1, now(), 'hub');

-- Since when a secret is what it is. A trigger, for a node of the version before changes them too; what stands now counts from now.
ALTER TABLE credential         ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE intake_credential  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE service_credential ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();
CREATE FUNCTION note_new_secret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER new_secret BEFORE UPDATE ON credential FOR EACH ROW
  WHEN (OLD.ciphertext IS DISTINCT FROM NEW.ciphertext) EXECUTE FUNCTION note_new_secret();
CREATE TRIGGER new_secret BEFORE UPDATE ON intake_credential FOR EACH ROW
  WHEN (OLD.ciphertext IS DISTINCT FROM NEW.ciphertext) EXECUTE FUNCTION note_new_secret();
CREATE TRIGGER new_secret BEFORE UPDATE ON service_credential FOR EACH ROW
  WHEN (OLD.ciphertext IS DISTINCT FROM NEW.ciphertext) EXECUTE FUNCTION note_new_secret();
