-- What is known of documents may be removed once it is old enough; recipients that are there count from now on.

ALTER TABLE document_recipient ADD COLUMN at timestamptz NOT NULL DEFAULT now();   -- when something became of it last
ALTER TABLE document_recipient ALTER COLUMN at SET DEFAULT clock_timestamp();

CREATE INDEX document_old           ON document (changed_at);
CREATE INDEX document_recipient_old ON document_recipient (at);
