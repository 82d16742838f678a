-- Services: core services that routes ask for what an event lacks. Nodes of the version before know nothing of these tables.

-- ── configuration (Hibernate entities) ───────────────────────────────────────────────────────────────────────────────
CREATE TABLE service (
  name     text PRIMARY KEY,
  type     text NOT NULL,
  settings jsonb NOT NULL,
  enabled  boolean NOT NULL,
  version  bigint NOT NULL
);
CREATE TABLE service_credential (
  id         uuid PRIMARY KEY,
  service    text NOT NULL REFERENCES service ON DELETE CASCADE,
  name       text NOT NULL,
  ciphertext bytea NOT NULL,                        -- Tink AEAD, associated data = id
  version    bigint NOT NULL,
  UNIQUE (service, name)
);

-- ── run-time state, shared by all nodes ──────────────────────────────────────────────────────────────────────────────
CREATE TABLE service_status (
  name   text PRIMARY KEY REFERENCES service ON DELETE CASCADE,
  state  text NOT NULL,
  reason text,
  since  timestamptz NOT NULL
);
