-- Intakes: channels that events arrive by through a broker. Nodes of the version before know nothing of these tables.

-- ── configuration (Hibernate entities) ───────────────────────────────────────────────────────────────────────────────
CREATE TABLE intake (
  name     text PRIMARY KEY,
  type     text NOT NULL,
  settings jsonb NOT NULL,
  enabled  boolean NOT NULL,
  version  bigint NOT NULL
);
CREATE TABLE intake_credential (
  id         uuid PRIMARY KEY,
  intake     text NOT NULL REFERENCES intake ON DELETE CASCADE,
  name       text NOT NULL,
  ciphertext bytea NOT NULL,                        -- Tink AEAD, associated data = id
  version    bigint NOT NULL,
  UNIQUE (intake, name)
);

-- ── run-time state; kept when an intake is deleted: made again under its name, it must not take a gap for a first start ─
CREATE TABLE intake_node (                          -- what each node says of each intake, every second
  intake  text NOT NULL,
  node    text NOT NULL,
  state   text NOT NULL,
  reason  text,
  lag     bigint,
  events  bigint NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (intake, node)
) WITH (fillfactor = 50);
CREATE TABLE intake_checkpoint (                    -- how far each stream is stored, at most a second behind
  intake   text NOT NULL,
  stream   text NOT NULL,
  position text NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (intake, stream)
) WITH (fillfactor = 50);
CREATE TABLE intake_incident (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  intake  text NOT NULL,
  kind    text NOT NULL,
  stream  text NOT NULL,
  detail  text NOT NULL,
  at      timestamptz NOT NULL,
  seen_at timestamptz,
  seen_by text
);
CREATE UNIQUE INDEX intake_incident_open ON intake_incident (intake, kind, stream, md5(detail)) WHERE seen_at IS NULL;
CREATE TABLE unreadable_record (                    -- what a broker handed out and is no CloudEvents event
  intake   text NOT NULL,
  position text NOT NULL,
  digest   bytea NOT NULL,                          -- a stream that began anew may have another record in the same place
  reasons  text[] NOT NULL,
  payload  bytea NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (intake, position, digest)
);
CREATE INDEX unreadable_newest ON unreadable_record (intake, at);
