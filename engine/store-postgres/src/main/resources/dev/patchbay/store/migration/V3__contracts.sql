-- Contracts that were registered beside those that come with the hub. A version is never changed.
CREATE TABLE contract (
  type          text NOT NULL,
  version       int NOT NULL,
  schema        text NOT NULL,                      -- as it was sent: JSON Schema draft 2020-12
  registered_at timestamptz NOT NULL,
  registered_by text NOT NULL,
  PRIMARY KEY (type, version)
);
