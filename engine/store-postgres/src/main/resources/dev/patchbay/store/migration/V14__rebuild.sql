-- A read model is rebuilt beside the one that is read, and put in its place; comments and users have read models, too.

ALTER TABLE read_model
  ADD COLUMN building int,                          -- the generation that grows beside the one that is read
  ADD COLUMN newest   int NOT NULL DEFAULT 1;       -- the highest number that was used: none is used twice

CREATE TABLE read_model_rebuild (                   -- how far it is
  model      text PRIMARY KEY REFERENCES read_model,
  run        uuid NOT NULL,
  generation int NOT NULL,
  routes     text NOT NULL,                         -- the routes, with their versions, that it is made with
  pass       text NOT NULL DEFAULT 'SCAN',          -- SCAN, CARRY, SWAP, DONE
  scanned    uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',   -- the last event that is in it
  events     bigint NOT NULL DEFAULT 0,
  unfit      bigint NOT NULL DEFAULT 0,             -- events of which no row could be made
  lane_id    int NOT NULL DEFAULT 0,                -- the last key that was compared with what is read
  key        text NOT NULL DEFAULT ''
);
CREATE TABLE read_model_mark (                      -- what is in a generation that grows
  model      text NOT NULL,
  generation int NOT NULL,
  lane_id    int NOT NULL,
  key        text NOT NULL,
  marks      text NOT NULL,                         -- as in row_version
  seqs       bigint[] NOT NULL,                     -- deliveries whose events were read
  ahead      boolean NOT NULL,                      -- it may hold what row_version does not say
  PRIMARY KEY (model, generation, lane_id, key)
) WITH (fillfactor = 70);
CREATE INDEX read_model_mark_ahead ON read_model_mark (model, generation, lane_id, key) WHERE ahead;
CREATE TABLE read_model_touched (                   -- what was written since the rebuild began, and by which attempt last
  model   text NOT NULL,
  key     text COLLATE "C" NOT NULL,
  attempt uuid NOT NULL,
  PRIMARY KEY (model, key)
) WITH (fillfactor = 70);
CREATE TABLE read_model_left (                      -- generations that nobody reads any more
  model      text NOT NULL,
  generation int NOT NULL,
  rows       boolean NOT NULL,                      -- its rows and counts, or else its marks
  PRIMARY KEY (model, generation, rows)
);

-- Nodes of the version before write into generation 1 and note nothing. While that is not the one that is read, or another grows beside it, their
-- writes are refused, and made again when the node is new.
ALTER TABLE read_model_token ADD COLUMN generation int;
CREATE FUNCTION refuse_writers_of_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM read_model WHERE name = 'requests' AND generation = 1 AND building IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the read model was rebuilt: update this node' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER read_model_token_writer BEFORE INSERT ON read_model_token
  FOR EACH ROW WHEN (NEW.applied AND NEW.generation IS NULL) EXECUTE FUNCTION refuse_writers_of_before();

INSERT INTO read_model (name) VALUES ('comments'), ('users');

CREATE TABLE comment_view (
  generation   int NOT NULL,
  id           text COLLATE "C" NOT NULL,
  request_id   text,
  text         text,
  author_id    text,
  author_name  text,
  author_email text,
  public       boolean,
  created_at   timestamptz NOT NULL DEFAULT '-infinity',
  updated_at   timestamptz NOT NULL DEFAULT '-infinity',
  deleted      boolean NOT NULL DEFAULT false,
  more         jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (generation, id)
) WITH (fillfactor = 80);
CREATE INDEX comment_by_created ON comment_view (generation, created_at, id) WHERE NOT deleted;
CREATE INDEX comment_by_updated ON comment_view (generation, updated_at, id) WHERE NOT deleted;
CREATE INDEX comment_by_request ON comment_view (generation, request_id)      WHERE NOT deleted;
CREATE INDEX comment_by_author  ON comment_view (generation, author_id)      WHERE NOT deleted;

CREATE TABLE user_view (
  generation   int NOT NULL,
  id           text COLLATE "C" NOT NULL,
  name         text,
  email        text,
  phone        text,
  role         text,
  language     text,
  active       boolean,
  address      text,
  zip          text,
  created_at   timestamptz NOT NULL DEFAULT '-infinity',
  updated_at   timestamptz NOT NULL DEFAULT '-infinity',
  deleted      boolean NOT NULL DEFAULT false,
  more         jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (generation, id)
) WITH (fillfactor = 80);
CREATE INDEX user_by_created ON user_view (generation, created_at, id) WHERE NOT deleted;
CREATE INDEX user_by_updated ON user_view (generation, updated_at, id) WHERE NOT deleted;
CREATE INDEX user_by_role    ON user_view (generation, role)           WHERE NOT deleted;
CREATE INDEX user_by_email   ON user_view (generation, email)          WHERE NOT deleted;
