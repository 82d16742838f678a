-- The read model of requests: what the facts about each request add up to. It is a target like any other, filled by a route through lanes of its
-- own; a row is written with the token of its attempt, so a lost answer is settled by looking. A rebuild fills the next generation beside it.

CREATE TABLE read_model (
  name       text PRIMARY KEY,
  generation int NOT NULL DEFAULT 1,                -- the one that is read
  revision   bigint NOT NULL DEFAULT 0              -- +1 by every write and every swap
) WITH (fillfactor = 20);
INSERT INTO read_model (name) VALUES ('requests');

CREATE TABLE read_model_token (                     -- who writes the attempt first decides
  attempt uuid PRIMARY KEY,
  applied boolean NOT NULL                          -- false: it never was and never will be
);

CREATE TABLE request_view (
  generation   int NOT NULL,
  id           text COLLATE "C" NOT NULL,
  title        text,
  status       text,
  category     text,
  assignee     text,
  description  text,
  address      text,
  requested_at timestamptz NOT NULL DEFAULT '-infinity',   -- not known yet
  updated_at   timestamptz NOT NULL DEFAULT '-infinity',
  deleted      boolean NOT NULL DEFAULT false,
  more         jsonb NOT NULL DEFAULT '{}',         -- columns that nobody filters by
  day          date NOT NULL,                       -- of requested_at, where the hub stands
  words        text NOT NULL GENERATED ALWAYS AS
    (lower((coalesce(title, '') || E'\n' || coalesce(description, '') || E'\n' || coalesce(address, '')) COLLATE "pg_c_utf8")) STORED,
  PRIMARY KEY (generation, id)
) WITH (fillfactor = 80);
CREATE INDEX request_newest_asked   ON request_view (generation, requested_at DESC, id) WHERE NOT deleted;
CREATE INDEX request_oldest_asked   ON request_view (generation, requested_at, id)      WHERE NOT deleted;
CREATE INDEX request_newest_changed ON request_view (generation, updated_at DESC, id)   WHERE NOT deleted;
CREATE INDEX request_oldest_changed ON request_view (generation, updated_at, id)        WHERE NOT deleted;
CREATE INDEX request_by_status      ON request_view (generation, status)                WHERE NOT deleted;
CREATE INDEX request_by_category    ON request_view (generation, category)              WHERE NOT deleted;
CREATE INDEX request_by_assignee    ON request_view (generation, assignee)              WHERE NOT deleted;
CREATE INDEX request_words          ON request_view USING gin (words gin_trgm_ops)      WHERE NOT deleted;

CREATE TABLE request_count (                        -- kept with every write; '' where a request says nothing
  generation int NOT NULL,
  day        date NOT NULL,
  status     text NOT NULL,
  category   text NOT NULL,
  requests   bigint NOT NULL,
  PRIMARY KEY (generation, day, status, category)
) WITH (fillfactor = 50);
