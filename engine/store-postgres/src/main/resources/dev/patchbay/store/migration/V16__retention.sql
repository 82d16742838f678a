-- Events, deliveries and attempts are kept for as long as people say. A node of the version before knows nothing of it, and needs nothing of what is removed.

-- How far a run is that removes them. A step and how far it came are one transaction, so another node goes on where one ended.
CREATE TABLE retention_run (
  run        uuid PRIMARY KEY REFERENCES job_run ON DELETE CASCADE,
  cutoff     date NOT NULL,                         -- what ended before it is old; UTC, as the days of partitions
  horizon    date NOT NULL,                         -- days before it are looked at
  step       text NOT NULL,
  place      text NOT NULL DEFAULT '',              -- what the step looked at last
  tries      int NOT NULL DEFAULT 0,                -- of taking the locks that a day's end takes
  events     bigint NOT NULL DEFAULT 0,
  deliveries bigint NOT NULL DEFAULT 0,
  attempts   bigint NOT NULL DEFAULT 0,
  identities bigint NOT NULL DEFAULT 0
);
CREATE TABLE retention_kept (                       -- deliveries of old events that stay: their attempts do, too
  run     uuid NOT NULL REFERENCES retention_run ON DELETE CASCADE,
  lane_id int NOT NULL,
  seq     bigint NOT NULL,
  attempt uuid,
  PRIMARY KEY (run, lane_id, seq)
);
CREATE INDEX retention_kept_attempt ON retention_kept (run, attempt);
CREATE INDEX setback_by_attempt ON setback (attempt);   -- empty on the happy path, as its table is

-- A day that has rows in the DEFAULT partition cannot be made any more. It used to keep all later days from being made as well. Whoever reads or writes
-- waits behind the lock that a new day takes: it is taken soon or not now.
CREATE OR REPLACE FUNCTION ensure_days(first date, days int) RETURNS void LANGUAGE plpgsql SET lock_timeout = '500ms' AS $$
DECLARE
  parent text; d date; part text; since uuid; until uuid; strayed boolean;
BEGIN
  FOREACH parent IN ARRAY ARRAY['event', 'delivered', 'attempt'] LOOP
    FOR i IN 0 .. days - 1 LOOP
      d := first + i;
      part := parent || '_' || to_char(d, 'YYYYMMDD');
      CONTINUE WHEN to_regclass(part) IS NOT NULL;
      since := uuid_v7_floor(d::timestamp AT TIME ZONE 'UTC');
      until := uuid_v7_floor((d + 1)::timestamp AT TIME ZONE 'UTC');
      EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE %I >= $1 AND %2$I < $2)', parent || '_default',
        CASE parent WHEN 'delivered' THEN 'event' ELSE 'id' END) INTO strayed USING since, until;
      CONTINUE WHEN strayed;
      BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)%s', part, parent, since, until,
          CASE parent WHEN 'event' THEN ' WITH (toast_tuple_target = 128)' ELSE '' END);
      EXCEPTION WHEN check_violation THEN
        NULL;   -- a row strayed just now
      END;
    END LOOP;
  END LOOP;
END $$;
