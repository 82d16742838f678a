-- The spine: inbox, lanes, deliveries, attempts, row versions, quota, tallies, configuration.
-- Ids of events and attempts are UUID v7 made by the hub; tables that grow are partitioned by the day inside them.

CREATE EXTENSION IF NOT EXISTS pg_trgm;   -- trusted: the owner of the database may create it

-- ── nodes ────────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE SEQUENCE node_id;   -- never reused: a restarted node is a new node
CREATE TABLE node (
  node_id    bigint PRIMARY KEY,
  name       text NOT NULL,
  roles      text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL
) WITH (fillfactor = 50);

-- ── inbox ────────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE event_source (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, uri text NOT NULL UNIQUE);
CREATE TABLE event_type (id smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE);

CREATE TABLE event_key (   -- dedupe over all days of the window
  source   int    NOT NULL,
  event_id text   NOT NULL,
  id       uuid   NOT NULL,
  digest   bigint NOT NULL,
  PRIMARY KEY (source, event_id)
);
CREATE TABLE event (
  id      uuid     NOT NULL,
  type    smallint NOT NULL,
  intake  text     NOT NULL,   -- recorded beside the event, never part of its identity
  payload bytea    STORAGE MAIN NOT NULL,   -- CloudEvents envelope, structured JSON; a row above 2 kB compresses in place
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX event_by_type ON event (type, id);
CREATE TABLE event_conflict (
  source   int NOT NULL,
  event_id text NOT NULL,
  digest   bigint NOT NULL,
  at       timestamptz NOT NULL DEFAULT now(),
  payload  bytea NOT NULL,
  PRIMARY KEY (source, event_id, digest)
);
CREATE TABLE quarantine (
  id       uuid PRIMARY KEY,
  source   int NOT NULL,
  event_id text NOT NULL,
  type     text NOT NULL,
  digest   bigint NOT NULL,
  reasons  text[] NOT NULL,
  intake   text NOT NULL,
  payload  bytea NOT NULL,
  UNIQUE (source, event_id, digest)
);

-- ── targets and lanes ────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE target (
  target_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connector text NOT NULL,
  identity  text NOT NULL,
  title     text NOT NULL,
  UNIQUE (connector, identity)
);
CREATE TABLE lane (
  lane_id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  target_id int NOT NULL REFERENCES target,
  part      smallint NOT NULL,
  seq       bigint NOT NULL DEFAULT 0,              -- last sequence number given out
  wake      bigint NOT NULL DEFAULT 0,              -- +1 by everyone who creates work
  round     int NOT NULL DEFAULT 0,                 -- +1 by everyone who changes open deliveries and is not the owner
  due_at    timestamptz NOT NULL DEFAULT 'infinity',
  owner     bigint,
  fence     bigint NOT NULL DEFAULT 0,
  paused    boolean NOT NULL DEFAULT false,
  UNIQUE (target_id, part)
) WITH (fillfactor = 20);

-- ── deliveries ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE delivery (   -- open work, stays small
  lane_id  int NOT NULL,
  route_id int NOT NULL,
  seq      bigint NOT NULL,
  event    uuid NOT NULL,
  due_at   timestamptz,                             -- null: never failed; infinity: held
  state    smallint NOT NULL DEFAULT 0,             -- 0 PENDING 1 UNKNOWN 2 DEAD
  tries    smallint NOT NULL DEFAULT 0,
  key      text NOT NULL,
  cause    text,
  dead_at  timestamptz,                             -- when it became DEAD; a bulk retry covers what was dead at its snapshot
  PRIMARY KEY (lane_id, seq)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
-- touched on the happy path: lists of pending work
CREATE INDEX delivery_pending ON delivery (route_id, event)   WHERE state = 0;
CREATE INDEX delivery_by_key  ON delivery (key, event);
-- never touched on the happy path
CREATE INDEX delivery_held    ON delivery (lane_id, key, seq) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_due     ON delivery (lane_id, due_at)   WHERE due_at IS NOT NULL;
CREATE INDEX delivery_trouble ON delivery (state, event)      WHERE state <> 0;
CREATE INDEX delivery_trouble_by_route ON delivery (route_id, state, event) WHERE state <> 0;
CREATE INDEX delivery_dead    ON delivery (lane_id, seq)      WHERE state = 2;
CREATE INDEX delivery_cause   ON delivery USING gin (cause gin_trgm_ops) WHERE cause IS NOT NULL;

CREATE TABLE delivered (   -- finished work, never updated
  lane_id     int NOT NULL,
  route_id    int NOT NULL,
  seq         bigint NOT NULL,
  event       uuid NOT NULL,
  finished_at timestamptz NOT NULL,
  attempt     uuid,
  state       smallint NOT NULL,                    -- 3 DELIVERED 4 SUPERSEDED 5 CANCELLED
  tries       smallint NOT NULL,
  key         text NOT NULL
) PARTITION BY RANGE (event);
CREATE INDEX delivered_by_event ON delivered (event);
CREATE INDEX delivered_by_route ON delivered (route_id, event);
CREATE INDEX delivered_by_key   ON delivered (key, event);
CREATE INDEX delivered_odd      ON delivered (state, event) WHERE state <> 3;
CREATE INDEX delivered_odd_by_route ON delivered (route_id, state, event) WHERE state <> 3;

-- ── attempts ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE attempt (
  id         uuid NOT NULL,                         -- v7; the token's value carries it
  lane_id    int NOT NULL,
  fence      bigint NOT NULL,
  token_id   int NOT NULL,
  seqs       bigint[] NOT NULL,
  covers     bigint[] NOT NULL DEFAULT '{}',
  content    bytea NOT NULL,                        -- what is sent: layout, rows, plan
  outcome    smallint,                              -- null open 1 APPLIED 2 NOT_APPLIED 3 VOID
  clean      boolean,                               -- Applied, answered on the first send to who wrote the intent
  ended_at   timestamptz,
  receipt    text,
  cause      text,
  retired    boolean NOT NULL DEFAULT false,        -- its token is gone from the far side
  PRIMARY KEY (id)
) PARTITION BY RANGE (id);
CREATE INDEX attempt_token ON attempt (lane_id, id) WHERE NOT retired;
CREATE INDEX attempt_doubtful_token ON attempt (token_id) WHERE NOT retired AND clean IS NOT TRUE;
CREATE TABLE open_attempt (                         -- at most one open attempt per lane, by construction
  lane_id int PRIMARY KEY,
  attempt uuid NOT NULL
) WITH (fillfactor = 20);
CREATE TABLE setback (                              -- which attempts a delivery failed in; empty on the happy path
  lane_id int NOT NULL,
  seq     bigint NOT NULL,
  attempt uuid NOT NULL,
  outcome smallint NOT NULL,
  cause   text,
  PRIMARY KEY (lane_id, seq, attempt)
);
CREATE TABLE evidence (at timestamptz NOT NULL DEFAULT clock_timestamp(), attempt uuid, lane_id int, fence bigint, what text NOT NULL);
CREATE TABLE row_version (                          -- which version of which column stands in an upsert target
  lane_id int NOT NULL,
  key     text NOT NULL,
  marks   text NOT NULL,
  PRIMARY KEY (lane_id, key)
) WITH (fillfactor = 70);

-- ── tallies: accepted = no route + quarantined + pending + unknown + dead + delivered + superseded + cancelled ──────────
-- Matched deliveries are not counted here: they are the sum of lane.seq. A shard belongs to one inbox at a time, so that nodes do not wait for each other.
CREATE TABLE inbox_tally (shard smallint PRIMARY KEY, accepted bigint NOT NULL DEFAULT 0, no_route bigint NOT NULL DEFAULT 0,
  quarantined bigint NOT NULL DEFAULT 0, duplicates bigint NOT NULL DEFAULT 0, conflicts bigint NOT NULL DEFAULT 0) WITH (fillfactor = 20);
CREATE TABLE finished_tally (lane_id int, route_id int, delivered bigint NOT NULL DEFAULT 0, superseded bigint NOT NULL DEFAULT 0,
  cancelled bigint NOT NULL DEFAULT 0, PRIMARY KEY (lane_id, route_id)) WITH (fillfactor = 20);

-- ── call budgets ─────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE quota (
  owner      text NOT NULL,
  kind       text NOT NULL,
  tokens     double precision NOT NULL,
  refilled_at timestamptz NOT NULL,
  PRIMARY KEY (owner, kind)
) WITH (fillfactor = 20);

-- ── bulk retries ─────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE bulk_retry (
  id         uuid PRIMARY KEY,
  snapshot   text NOT NULL UNIQUE,
  filter     jsonb NOT NULL,
  as_of      timestamptz NOT NULL,
  max_items  int,
  state      text NOT NULL,
  started_by text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  cursor_lane int NOT NULL DEFAULT 0,
  cursor_seq  bigint NOT NULL DEFAULT -1,
  matched    bigint NOT NULL,
  retried    bigint NOT NULL DEFAULT 0,
  skipped    bigint NOT NULL DEFAULT 0
);
CREATE INDEX bulk_retry_open ON bulk_retry (started_at) WHERE state = 'RUNNING';
CREATE TABLE bulk_retry_item (
  bulk_retry uuid NOT NULL REFERENCES bulk_retry ON DELETE CASCADE,
  lane_id    int NOT NULL,
  seq        bigint NOT NULL,
  event      uuid NOT NULL,
  key        text NOT NULL,
  outcome    text NOT NULL,
  PRIMARY KEY (bulk_retry, lane_id, seq)
);

-- ── configuration (Hibernate entities) ───────────────────────────────────────────────────────────────────────────────
CREATE TABLE connector (
  name        text PRIMARY KEY,
  type        text NOT NULL,
  settings    jsonb NOT NULL,
  enabled     boolean NOT NULL,
  version     bigint NOT NULL
);
CREATE TABLE connector_status (                     -- run-time state, shared by all nodes
  name   text PRIMARY KEY REFERENCES connector ON DELETE CASCADE,
  state  text NOT NULL,
  reason text,
  since  timestamptz NOT NULL
);
CREATE TABLE credential (
  id         uuid PRIMARY KEY,
  connector  text NOT NULL REFERENCES connector ON DELETE CASCADE,
  name       text NOT NULL,
  ciphertext bytea NOT NULL,                        -- Tink AEAD, associated data = id
  version    bigint NOT NULL,
  UNIQUE (connector, name)
);
CREATE TABLE route (
  route_id   int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  connector  text NOT NULL,                         -- a deleted route outlives its connector; a live one is guarded by the change
  target_id  int NOT NULL REFERENCES target,
  draft      jsonb NOT NULL,
  state      text NOT NULL,
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  deleted    boolean NOT NULL DEFAULT false
);
CREATE TABLE route_version (
  route_id   int NOT NULL REFERENCES route,
  version    bigint NOT NULL,
  target_id  int NOT NULL REFERENCES target,        -- where this version wrote to
  draft      jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (route_id, version)
);
CREATE TABLE hub_user (
  name    text PRIMARY KEY,
  role    text NOT NULL,
  enabled boolean NOT NULL,
  version bigint NOT NULL
);
CREATE TABLE api_key (
  id           text PRIMARY KEY,
  hub_user     text NOT NULL REFERENCES hub_user ON DELETE CASCADE,
  hash         bytea NOT NULL,
  note         text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE TABLE audit (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  who     text NOT NULL,
  what    text NOT NULL,
  subject text NOT NULL,
  change  jsonb NOT NULL
);
CREATE INDEX audit_by_subject ON audit (subject, id);
CREATE TABLE config_epoch (one boolean PRIMARY KEY DEFAULT true CHECK (one), epoch bigint NOT NULL);
INSERT INTO config_epoch VALUES (true, 0);          -- +1 in every transaction that changes configuration; nodes reload when it moves

-- ── day partitions ───────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION uuid_v7_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid $$;

CREATE FUNCTION ensure_days(first date, days int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  parent text; d date; part text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['event', 'delivered', 'attempt'] LOOP
    FOR i IN 0 .. days - 1 LOOP
      d := first + i;
      part := parent || '_' || to_char(d, 'YYYYMMDD');
      IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)%s', part, parent,
          uuid_v7_floor(d::timestamp AT TIME ZONE 'UTC'), uuid_v7_floor((d + 1)::timestamp AT TIME ZONE 'UTC'),
          CASE parent WHEN 'event' THEN ' WITH (toast_tuple_target = 128)' ELSE '' END);
      END IF;
    END LOOP;
  END LOOP;
END $$;
CREATE TABLE event_default PARTITION OF event DEFAULT WITH (toast_tuple_target = 128);
CREATE TABLE delivered_default PARTITION OF delivered DEFAULT;
CREATE TABLE attempt_default PARTITION OF attempt DEFAULT;
SELECT ensure_days((now() AT TIME ZONE 'UTC')::date - 1, 9);
