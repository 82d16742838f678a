-- Documents that were made of templates, and what document systems tell of them. Nodes of the version before make none.

CREATE TABLE document (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,   -- in the order of their making
  id         text COLLATE "C" NOT NULL UNIQUE,      -- of the delivery
  connector  text NOT NULL,
  template   text NOT NULL,
  version    int NOT NULL,
  key        text NOT NULL,
  media_type text NOT NULL,
  length     bigint NOT NULL,
  sha256     text NOT NULL,
  store      text,
  status     text NOT NULL,                         -- the newest of its history
  url        text,
  reason     text,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX document_by_status    ON document (status, number);
CREATE INDEX document_by_connector ON document (connector, number);
CREATE INDEX document_by_template  ON document (template, number);
CREATE INDEX document_by_key       ON document (key, number);

CREATE TABLE document_step (
  document bigint NOT NULL REFERENCES document ON DELETE CASCADE,
  place    bigint GENERATED ALWAYS AS IDENTITY,
  status   text NOT NULL,
  url      text,
  reason   text,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (document, place)
);

CREATE TABLE webhook_message (                      -- counted once, however often they are sent
  connector text NOT NULL,
  id        text COLLATE "C" NOT NULL,
  document  text NOT NULL,
  status    text NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (connector, id)
);
CREATE INDEX webhook_message_old ON webhook_message (at);

CREATE TABLE document_recipient (                   -- noted before the document counts as issued
  document text COLLATE "C" NOT NULL,
  address  text NOT NULL,
  state    text NOT NULL,
  reason   text,
  PRIMARY KEY (document, address)
);
