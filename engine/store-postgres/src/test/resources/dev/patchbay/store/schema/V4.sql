SELECT version()
;;
SHOW search_path
;;
SELECT CURRENT_USER
;;
SELECT rolname FROM pg_roles WHERE rolname ILIKE 'rds_superuser';
;;
SELECT current_schema
;;
SELECT current_user
;;
SELECT COUNT(*) FROM pg_namespace WHERE nspname=?
;;
SET ROLE 'patchbay'
;;
SELECT EXISTS (
  SELECT 1
  FROM   pg_catalog.pg_class c
  JOIN   pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE  n.nspname = ?
  AND    c.relname = ?
  AND    c.relkind = 'r'
)
;;
/*NO LOAD BALANCE*/
SELECT "installed_rank","version","description","type","script","checksum","installed_on","installed_by","execution_time","success" FROM "public"."flyway_schema_history" WHERE "installed_rank" > ? ORDER BY "installed_rank"
;;
SELECT pg_try_advisory_xact_lock(77433833903597)
;;
WITH t AS (INSERT INTO target (connector, identity, title)
  VALUES ('sheets', ?, ?) RETURNING target_id)
INSERT INTO lane (target_id, part) SELECT target_id, 0 FROM t RETURNING lane_id
;;
INSERT INTO connector (name, type, settings, enabled, version)
VALUES ('sheets', 'google-sheets', '{}', true, 1) ON CONFLICT DO NOTHING
;;
INSERT INTO route
  (name, connector, target_id, draft, state, version, changed_at, changed_by)
SELECT ?, 'sheets', target_id, '{}', 'ACTIVE', 1, now(), 'test'
FROM lane WHERE lane_id = ? RETURNING route_id
;;
SELECT state, reason, since FROM connector_status WHERE name = ?
;;
INSERT INTO connector_status AS s (name, state, reason, since)
SELECT name, ?, ?, clock_timestamp() FROM connector WHERE name = ?
ON CONFLICT (name) DO UPDATE SET state = excluded.state,
  reason = excluded.reason,
  since = CASE WHEN s.state = excluded.state THEN s.since ELSE excluded.since END
;;
INSERT INTO event_type (name) VALUES ('x')
;;
SELECT 1 / 0
;;
SELECT count(*) FROM event_type
;;
SELECT id, uri AS text FROM event_source WHERE uri = ANY(?)
;;
INSERT INTO event_source (uri) SELECT unnest(?) ON CONFLICT DO NOTHING
;;
SELECT id, name AS text FROM event_type WHERE name = ANY(?)
;;
INSERT INTO event_type (name) SELECT unnest(?) ON CONFLICT DO NOTHING
;;
INSERT INTO event_key (source, event_id, id, digest)
SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id
;;
INSERT INTO event (id, type, intake, payload) SELECT * FROM unnest(?, ?, ?, ?)
;;
INSERT INTO inbox_tally AS t
  (shard, accepted, no_route, quarantined, duplicates, conflicts)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (shard) DO UPDATE SET accepted = t.accepted + excluded.accepted,
  no_route = t.no_route + excluded.no_route,
  quarantined = t.quarantined + excluded.quarantined,
  duplicates = t.duplicates + excluded.duplicates,
  conflicts = t.conflicts + excluded.conflicts
;;
SELECT string_agg(coalesce(pg_column_compression(payload), 'none'), ' '
  ORDER BY length(payload)) FROM event
;;
SELECT count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relname LIKE 'event\_2%' AND a.attname = 'payload'
  AND (a.attstorage <> 'm' OR c.reloptions IS NULL) AND c.relkind = 'r'
;;
SELECT pg_notify('lane', u.lane_id::text) FROM unnest(?) u (lane_id)
;;
SELECT count(*) FROM flyway_schema_history
;;
INSERT INTO event VALUES ('00000000-0000-7000-8000-000000000000', 1, 'http', '')
;;
SELECT pg_advisory_xact_lock(?)
;;
SELECT ensure_days((now() AT TIME ZONE 'UTC')::date - 1, ?)
;;
SELECT name FROM (
  SELECT 'event' AS name, EXISTS (SELECT FROM event_default) AS strayed
  UNION ALL SELECT 'delivered', EXISTS (SELECT FROM delivered_default)
  UNION ALL SELECT 'attempt', EXISTS (SELECT FROM attempt_default)) d
WHERE strayed ORDER BY name
;;
SELECT count(*) FROM pg_inherits WHERE inhparent IN ('event'::regclass)
;;
UPDATE config_epoch SET epoch = epoch + 1
;;
select ce1_0.name,ce1_0.enabled,ce1_0.settings,ce1_0.type,ce1_0.version from connector ce1_0 where ce1_0.name=?
;;
insert into connector (enabled,settings,type,version,name) values (?,?::jsonb,?,?,?)
;;
select ce1_0.name from credential ce1_0 where ce1_0.connector=? order by ce1_0.name
;;
insert into audit (at,change,subject,what,who) values (?,?::jsonb,?,?,?)
;;
select re1_0.route_id,re1_0.changed_at,re1_0.changed_by,re1_0.connector,re1_0.deleted,re1_0.draft,re1_0.name,re1_0.state,re1_0.target_id,re1_0.version from route re1_0 where re1_0.name=?
;;
SELECT target_id FROM target WHERE connector = ? AND identity = ?
;;
INSERT INTO target (connector, identity, title) VALUES (?, ?, ?) RETURNING target_id
;;
INSERT INTO lane (target_id, part) SELECT ?, part FROM generate_series(0, ? - 1) part
;;
insert into route (changed_at,changed_by,connector,deleted,draft,name,state,target_id,version) values (?,?,?,?,?::jsonb,?,?,?,?)
;;
insert into route_version (changed_at,changed_by,draft,target_id,route_id,version) values (?,?,?::jsonb,?,?,?)
;;
SELECT lane_id FROM lane WHERE target_id = ? ORDER BY part
;;
SELECT title FROM target WHERE target_id = ?
;;
select re1_0.name from route re1_0 where re1_0.connector=? and not(re1_0.deleted) order by re1_0.name
;;
update route set changed_at=?,changed_by=?,connector=?,deleted=?,draft=?::jsonb,name=?,state=?,target_id=?,version=? where route_id=?
;;
delete from connector where name=?
;;
SELECT epoch FROM config_epoch
;;
SELECT c.name, c.type, c.settings, c.enabled, c.version,
       array(SELECT k.name FROM credential k WHERE k.connector = c.name ORDER BY 1) AS secrets
FROM connector c ORDER BY c.name
;;
SELECT r.route_id, r.draft, r.target_id, t.title, r.version, r.changed_at, r.changed_by,
       array(SELECT l.lane_id FROM lane l WHERE l.target_id = r.target_id ORDER BY l.part) AS lanes
FROM route r JOIN target t ON t.target_id = r.target_id WHERE NOT r.deleted ORDER BY r.name
;;
SELECT DISTINCT ON (v.route_id, v.target_id)
       v.route_id, v.draft, v.target_id, t.title, v.version, v.changed_at, v.changed_by,
       array(SELECT l.lane_id FROM lane l WHERE l.target_id = v.target_id ORDER BY l.part) AS lanes
FROM route_version v JOIN route r ON r.route_id = v.route_id JOIN target t ON t.target_id = v.target_id
WHERE r.deleted OR r.target_id <> v.target_id
ORDER BY v.route_id, v.target_id, v.version DESC
;;
SELECT c.name, c.type, c.settings, c.enabled, c.version,
       array(SELECT k.name FROM intake_credential k WHERE k.intake = c.name ORDER BY 1) AS secrets
FROM intake c ORDER BY c.name
;;
SELECT c.type, c.version, c.schema, c.registered_at, c.registered_by
FROM contract c ORDER BY c.type, c.version
;;
select ue1_0.name,ue1_0.enabled,ue1_0.role,ue1_0.version from hub_user ue1_0 where ue1_0.name=?
;;
insert into hub_user (enabled,role,version,name) values (?,?,?,?)
;;
select ake1_0.id,ake1_0.created_at,ake1_0.hash,ake1_0.note,ake1_0.hub_user from api_key ake1_0 where ake1_0.hub_user=? order by ake1_0.created_at
;;
insert into api_key (created_at,hash,note,hub_user,id) values (?,?,?,?,?)
;;
UPDATE api_key k SET last_used_at = greatest(k.last_used_at, u.at)
FROM unnest(?::text[], ?::timestamptz[]) u(id, at) WHERE k.id = u.id
;;
SELECT k.id, k.hash, u.name, u.role, u.enabled
FROM api_key k JOIN hub_user u ON u.name = k.hub_user WHERE k.id = ?
;;
SELECT id, hub_user, note, created_at, last_used_at FROM api_key ORDER BY created_at
;;
SELECT name, role, enabled, version FROM hub_user WHERE name = ?
;;
UPDATE target SET title = ? WHERE connector = ? AND identity = ? AND title <> ?
;;
SELECT count(*) FROM audit
;;
SELECT count(*) FROM route_version
;;
SELECT count(*) FROM audit WHERE subject = 'requests'
;;
delete from credential ce1_0 where ce1_0.connector=? and ce1_0.name=?
;;
insert into credential (ciphertext,name,connector,version,id) values (?,?,?,?,?)
;;
SELECT c.name, c.type, c.settings, c.enabled, c.version,
       array(SELECT k.name FROM credential k WHERE k.connector = c.name ORDER BY 1) AS secrets
FROM connector c WHERE c.name = ?
;;
SELECT id, name, ciphertext FROM credential WHERE connector = ? AND name = ?
;;
update connector set enabled=?,settings=?::jsonb,type=?,version=? where name=?
;;
select coalesce(max(ce1_0.version),0) from contract ce1_0 where ce1_0.type=?
;;
insert into contract (registered_at,registered_by,schema,type,version) values (?,?,?,?,?)
;;
update hub_user set enabled=?,role=?,version=? where name=?
;;
select count(*) from hub_user ue1_0 where ue1_0.role='ADMIN' and ue1_0.enabled
;;
SELECT nextval('node_id') AS node
;;
SELECT pg_advisory_lock(4242, ?)
;;
DELETE FROM node WHERE expires_at < clock_timestamp() - interval '1 day'
;;
INSERT INTO node (node_id, name, roles, expires_at)
VALUES (?, ?, ?, clock_timestamp() + ? * interval '1 millisecond')
;;
INSERT INTO event (id, type, intake, payload) SELECT * FROM unnest(?, ?, ?, ?)
;INSERT INTO inbox_tally AS t
  (shard, accepted, no_route, quarantined, duplicates, conflicts)
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (shard) DO UPDATE SET accepted = t.accepted + excluded.accepted,
  no_route = t.no_route + excluded.no_route,
  quarantined = t.quarantined + excluded.quarantined,
  duplicates = t.duplicates + excluded.duplicates,
  conflicts = t.conflicts + excluded.conflicts
;WITH granted AS (
  UPDATE lane l
  SET seq = l.seq + x.n, wake = l.wake + 1, due_at = least(l.due_at, now())
  FROM (SELECT l.lane_id, u.n FROM lane l JOIN unnest(?, ?) u (lane_id, n) USING (lane_id)
        ORDER BY l.lane_id FOR NO KEY UPDATE OF l) x
  WHERE l.lane_id = x.lane_id RETURNING l.lane_id, l.seq - x.n AS base, l.owner),
base AS (SELECT array_agg(base ORDER BY lane_id) AS of_lane FROM granted),
added AS (
  INSERT INTO delivery (lane_id, route_id, seq, event, key)
  SELECT u.lane_id, u.route_id, b.of_lane[u.lane] + u.n, u.event, u.key
  FROM base b, unnest(?, ?, ?, ?, ?, ?) u (lane_id, lane, n, route_id, event, key)
  WHERE cardinality(b.of_lane) = ?)
SELECT lane_id, owner FROM granted
;;
SELECT seq FROM lane WHERE lane_id = ?
;;
WITH proved AS MATERIALIZED (
  SELECT objid::bigint AS node_id FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 4242 AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
alive AS MATERIALIZED (
  SELECT node_id FROM node WHERE expires_at >= now()
    AND (node_id = ? OR node_id IN (SELECT node_id FROM proved)))
UPDATE lane l SET owner = ?, fence = l.fence + 1
FROM (SELECT l.lane_id FROM lane l
      WHERE (l.owner IS NULL OR l.owner NOT IN (SELECT node_id FROM alive))
        AND (l.owner IS NOT NULL OR l.due_at <= now() AND NOT l.paused
             OR EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = l.lane_id))
        AND EXISTS (SELECT FROM alive WHERE node_id = ?)
      ORDER BY l.lane_id LIMIT ? FOR UPDATE OF l SKIP LOCKED) x
WHERE l.lane_id = x.lane_id RETURNING l.lane_id, l.target_id, l.fence
;;
UPDATE delivery d SET state = 1, due_at = 'infinity'
FROM open_attempt o JOIN attempt a ON a.id = o.attempt
WHERE o.lane_id = ANY(?) AND d.lane_id = o.lane_id
  AND d.seq = ANY(a.seqs || a.covers) AND d.state = 0
;;
SELECT round, wake, clock_timestamp() AS scan, paused FROM lane
WHERE lane_id = ? AND fence = ?
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ?
    AND round = ? AND NOT paused FOR KEY SHARE),
opened AS (INSERT INTO open_attempt (lane_id, attempt)
    SELECT lane_id, ? FROM ok ON CONFLICT DO NOTHING RETURNING lane_id)
INSERT INTO attempt (id, lane_id, fence, token_id, seqs, covers, content)
SELECT ?, lane_id, ?, ?, ?, ?, ? FROM opened
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
closed AS (DELETE FROM open_attempt o USING ok
    WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
done AS (UPDATE attempt a SET outcome = 2, clean = false, cause = ?,
      retired = true, ended_at = clock_timestamp()
    FROM closed WHERE a.id = ? AND a.outcome IS NULL RETURNING a.id, a.lane_id),
changed AS (UPDATE delivery d SET state = v.state, tries = d.tries + v.cost,
      due_at = CASE WHEN v.state = 0
        THEN greatest(now(), ?) + v.wait * interval '1 millisecond' END,
      cause = v.cause,
      dead_at = CASE WHEN v.state = 2 THEN now() END
    FROM unnest(?, ?, ?, ?, ?) v (seq, state, cost, wait, cause), done
    WHERE d.lane_id = done.lane_id AND d.seq = v.seq AND d.state IN (0, 1)
    RETURNING d.lane_id, d.seq, d.cause, v.cost),
noted AS (INSERT INTO setback (lane_id, seq, attempt, outcome, cause)
    SELECT c.lane_id, c.seq, done.id, 2, c.cause FROM changed c, done
    WHERE c.cost > 0)
SELECT count(*) = 1 AS done FROM done
;;
SELECT d.*, e.payload, v.marks
FROM (SELECT d.lane_id, d.seq, d.route_id, d.event, d.key, d.tries,
        d.due_at IS NOT NULL AS failed
      FROM delivery d
      WHERE d.lane_id = ? AND d.seq > ? AND d.state = 0
        AND (d.due_at IS NULL OR d.due_at <= ?) AND d.route_id <> ALL (?)
        AND NOT EXISTS (SELECT FROM delivery b WHERE b.lane_id = d.lane_id
          AND b.key = d.key AND b.seq < d.seq AND b.due_at > ?)
        AND EXISTS (SELECT FROM lane l
          WHERE l.lane_id = ? AND l.fence = ? AND l.round = ?)
      ORDER BY d.lane_id, d.seq LIMIT ?) d
JOIN event e ON e.id = d.event
LEFT JOIN row_version v ON v.lane_id = d.lane_id AND v.key = d.key
ORDER BY d.seq
;;
SELECT due_at FROM delivery WHERE lane_id = ? AND due_at < 'infinity'
  AND state = 0 ORDER BY due_at LIMIT 1
;;
SELECT lane_id FROM lane WHERE target_id = ANY (?) ORDER BY lane_id
;;
UPDATE lane l SET wake = l.wake + 1, round = l.round + 1, due_at = least(l.due_at, now())
FROM (SELECT lane_id FROM lane WHERE lane_id = ANY (?)
      ORDER BY lane_id FOR NO KEY UPDATE) x
WHERE l.lane_id = x.lane_id
;;
UPDATE delivery SET due_at = now()
WHERE lane_id = ANY (?) AND due_at > now() AND state = 0
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
free AS (SELECT lane_id FROM ok
    WHERE NOT EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = ok.lane_id)),
changed AS (UPDATE delivery d SET state = v.state, tries = d.tries + v.cost,
      due_at = CASE WHEN v.state = 0
        THEN greatest(now(), ?) + v.wait * interval '1 millisecond' END,
      cause = v.cause,
      dead_at = CASE WHEN v.state = 2 THEN now() END
    FROM unnest(?, ?, ?, ?, ?) v (seq, state, cost, wait, cause), free
    WHERE d.lane_id = free.lane_id AND d.seq = v.seq AND d.state = 0)
SELECT count(*) = 1 AS done FROM free
;;
SELECT a.id, a.token_id, a.seqs, a.covers, a.content
FROM open_attempt o JOIN attempt a ON a.id = o.attempt WHERE o.lane_id = ?
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
closed AS (DELETE FROM open_attempt o USING ok
    WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
done AS (UPDATE attempt a SET outcome = 1, clean = ?, receipt = ?,
      ended_at = clock_timestamp()
    FROM closed WHERE a.id = ? AND a.outcome IS NULL RETURNING a.lane_id),
gone AS (DELETE FROM delivery d USING done
    WHERE d.lane_id = ? AND d.seq = ANY (?) RETURNING d.*),
moved AS (INSERT INTO delivered
      (lane_id, route_id, seq, event, finished_at, attempt, state, tries, key)
    SELECT lane_id, route_id, seq, event, now(), ?,
      CASE WHEN seq = ANY (?) THEN 4 ELSE 3 END, tries, key FROM gone
    RETURNING lane_id, route_id, state),
tallied AS (INSERT INTO finished_tally AS t
      (lane_id, route_id, delivered, superseded)
    SELECT lane_id, route_id, count(*) FILTER (WHERE state = 3),
      count(*) FILTER (WHERE state = 4) FROM moved GROUP BY lane_id, route_id
    ON CONFLICT (lane_id, route_id) DO UPDATE SET
      delivered = t.delivered + excluded.delivered,
      superseded = t.superseded + excluded.superseded),
marked AS (INSERT INTO row_version AS v (lane_id, key, marks)
    SELECT done.lane_id, u.key, u.marks FROM unnest(?, ?) u (key, marks), done
    ON CONFLICT (lane_id, key) DO UPDATE SET marks = excluded.marks),
retired AS (UPDATE attempt a SET retired = true FROM done
    WHERE a.id = ANY (?) AND a.lane_id = done.lane_id AND NOT a.retired)
SELECT count(*) = 1 AS done FROM done
;;
UPDATE lane l SET due_at = coalesce((SELECT min(d.due_at) FROM delivery d
  WHERE d.lane_id = l.lane_id AND d.due_at IS NOT NULL AND d.state = 0),
  'infinity')
WHERE l.lane_id = ? AND l.fence = ? AND l.wake = ?
;;
UPDATE lane SET owner = NULL, due_at = least(due_at, now())
WHERE lane_id = ? AND fence = ?
;;
WITH proved AS MATERIALIZED (
  SELECT objid::bigint AS node_id FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 4242 AND objsubid = 2 AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
alive AS MATERIALIZED (
  SELECT node_id FROM node WHERE expires_at >= now()
    AND (node_id = ? OR node_id IN (SELECT node_id FROM proved)))
SELECT greatest(1, ceil(
  (SELECT count(*) FROM lane
   WHERE owner IS NOT NULL OR due_at <= now() AND NOT paused)::float8
  / greatest(1, (SELECT count(*) FROM alive)))) AS share
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
open AS (SELECT o.lane_id FROM open_attempt o JOIN ok USING (lane_id)
    WHERE o.attempt = ?),
noted AS (UPDATE attempt a SET cause = ? FROM open WHERE a.id = ?),
held AS (UPDATE delivery d SET state = 1, due_at = 'infinity', cause = ? FROM open
    WHERE d.lane_id = ? AND d.seq = ANY (?) AND d.state = 0)
SELECT count(*) = 1 AS done FROM open
;;
UPDATE lane SET owner = NULL WHERE lane_id = ? AND fence = ?
;;
SELECT state FROM delivery WHERE lane_id = ? AND seq = ?
UNION ALL SELECT state FROM delivered WHERE lane_id = ? AND seq = ?
;;
UPDATE delivery SET state = 0, tries = 0, due_at = now(), dead_at = NULL
WHERE lane_id = ? AND seq = ? AND state = 2
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
free AS (SELECT lane_id FROM ok
    WHERE NOT EXISTS (SELECT FROM open_attempt o WHERE o.lane_id = ok.lane_id)),
gone AS (DELETE FROM delivery d USING free
    WHERE d.lane_id = free.lane_id AND d.seq = ANY (?) AND d.state = 0
    RETURNING d.*),
moved AS (INSERT INTO delivered
      (lane_id, route_id, seq, event, finished_at, state, tries, key)
    SELECT lane_id, route_id, seq, event, now(), 4, tries, key FROM gone
    RETURNING lane_id, route_id),
tallied AS (INSERT INTO finished_tally AS t (lane_id, route_id, superseded)
    SELECT lane_id, route_id, count(*) FROM moved GROUP BY lane_id, route_id
    ON CONFLICT (lane_id, route_id) DO UPDATE SET
      superseded = t.superseded + excluded.superseded)
SELECT count(*) = 1 AS done FROM free
;;
UPDATE lane l SET paused = ?, wake = l.wake + 1, round = l.round + 1,
  due_at = CASE WHEN ? THEN l.due_at ELSE least(l.due_at, now()) END
FROM (SELECT lane_id FROM lane WHERE target_id = ANY (?)
      ORDER BY lane_id FOR UPDATE) x
WHERE l.lane_id = x.lane_id RETURNING l.lane_id
;;
DELETE FROM node WHERE node_id = ?
;;
INSERT INTO evidence (attempt, lane_id, fence, what) VALUES (?, ?, ?, ?)
;;
WITH ok AS (SELECT lane_id FROM lane WHERE lane_id = ? AND fence = ? FOR KEY SHARE),
closed AS (DELETE FROM open_attempt o USING ok
    WHERE o.lane_id = ok.lane_id AND o.attempt = ? RETURNING o.lane_id),
done AS (UPDATE attempt a SET outcome = 3, clean = false,
      ended_at = clock_timestamp()
    FROM closed WHERE a.id = ? AND a.outcome IS NULL
    RETURNING a.id, a.lane_id, a.cause),
again AS (UPDATE delivery d SET state = 0, due_at = now() FROM done
    WHERE d.lane_id = ? AND d.seq = ANY (?) AND d.state IN (0, 1)
    RETURNING d.seq),
noted AS (INSERT INTO setback (lane_id, seq, attempt, outcome, cause)
    SELECT done.lane_id, again.seq, done.id, 3, done.cause FROM again, done)
SELECT count(*) = 1 AS done FROM done
;;
SELECT a.token_id, a.id FROM attempt a
WHERE a.lane_id = ? AND NOT a.retired AND a.outcome IS NOT NULL
  AND a.ended_at < clock_timestamp()
    - CASE WHEN a.clean THEN ? ELSE ? END * interval '1 millisecond'
  AND NOT EXISTS (SELECT FROM attempt d
    WHERE d.token_id = a.token_id AND d.id <> a.id
      AND NOT d.retired AND d.clean IS NOT TRUE
      AND (d.outcome IS NULL
        OR d.ended_at >= clock_timestamp() - ? * interval '1 millisecond'))
ORDER BY a.id LIMIT ?
;;
SELECT lane_id FROM lane WHERE lane_id = ? FOR UPDATE
;;
WITH gone AS (DELETE FROM delivery d WHERE d.lane_id = ? AND d.seq = ?
    AND d.state IN (0, 2) AND NOT EXISTS (SELECT FROM open_attempt o
      JOIN attempt a ON a.id = o.attempt
      WHERE o.lane_id = d.lane_id AND d.seq = ANY (a.seqs || a.covers))
    RETURNING d.*),
moved AS (INSERT INTO delivered
      (lane_id, route_id, seq, event, finished_at, state, tries, key)
    SELECT lane_id, route_id, seq, event, now(), 5, tries, key FROM gone
    RETURNING lane_id, route_id),
tallied AS (INSERT INTO finished_tally AS t (lane_id, route_id, cancelled)
    SELECT lane_id, route_id, 1 FROM moved
    ON CONFLICT (lane_id, route_id) DO UPDATE SET cancelled = t.cancelled + 1)
SELECT count(*) = 1 AS done FROM moved
;;
SELECT pg_try_advisory_lock(4242, ?)
;;
UPDATE node SET expires_at = clock_timestamp() + ? * interval '1 millisecond'
WHERE node_id = ? AND expires_at > clock_timestamp()
;;
SELECT d.key, d.seq, d.route_id, e.payload
FROM delivered d JOIN event e ON e.id = d.event
WHERE d.lane_id = ? AND d.key = ANY (?) AND d.state IN (3, 4)
;;
SELECT count(*) FROM node WHERE expires_at < now()
;;
SELECT count(pg_terminate_backend(pid)) FROM pg_locks
WHERE locktype = 'advisory' AND classid = 4242 AND objid = ?
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
;;
SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 4242
  AND objid = ?
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
;;
SELECT roles FROM node WHERE node_id = ?
;;
SELECT count(*) FROM node
;;
INSERT INTO quota AS q (owner, kind, tokens, refilled_at)
VALUES (?, ?, ?, clock_timestamp())
ON CONFLICT (owner, kind) DO UPDATE SET
  tokens = least(?, q.tokens + ? * greatest(0, extract(epoch FROM
    clock_timestamp() - q.refilled_at)::float8)) - 1,
  refilled_at = clock_timestamp()
WHERE least(?, q.tokens + ? * greatest(0, extract(epoch FROM
    clock_timestamp() - q.refilled_at)::float8)) >= 1
;;
SELECT (1 - tokens) / ? - extract(epoch FROM clock_timestamp() - refilled_at)::float8
FROM quota WHERE owner = ? AND kind = ?
;;
UPDATE quota SET refilled_at = clock_timestamp() - ? * interval '1 second'
;;
SELECT lane_id FROM lane WHERE lane_id = ? FOR KEY SHARE
;;
INSERT INTO open_attempt (lane_id, attempt) VALUES (?, ?)
;;
INSERT INTO attempt (id, lane_id, fence, token_id, seqs, content)
VALUES (?, ?, ?, 1, ?, ''::bytea)
;;
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
;;
SELECT what FROM evidence
;;
UPDATE lane SET seq = seq + 1, wake = wake + 1, due_at = least(due_at, now())
WHERE lane_id = ?
;;
INSERT INTO delivery (lane_id, route_id, seq, event, key)
SELECT lane_id, route_id, seq + 1, event, key FROM delivery WHERE seq = ?
;;
SELECT count(*) FROM lane WHERE due_at <= now()
;;
SET LOCAL plan_cache_mode = force_custom_plan
;;
SET LOCAL enable_bitmapscan = on
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 2) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT target_id FROM lane
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, due_at,
  NULL::timestamptz AS finished_at, cause
FROM delivery WHERE lane_id = ? AND seq = ? AND event = ?
UNION ALL SELECT lane_id, seq, route_id, event, key, state, tries, NULL,
  finished_at, NULL
FROM delivered WHERE event = ? AND lane_id = ? AND seq = ?
) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT payload FROM event WHERE id = ?
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT lane_id || '-' || seq || '-' || event FROM (SELECT lane_id, seq, event FROM delivery
  UNION ALL SELECT lane_id, seq, event FROM delivered) d WHERE lane_id = ? AND seq = ?
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE state = 3 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE state = 4 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE state = 5 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND d.key = ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.key = ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.key = ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true AND d.key = ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT route_id FROM route WHERE name = ?
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND d.route_id = ? AND d.event >= ? AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.route_id = ? AND d.event >= ? AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.route_id = ? AND d.event >= ? AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true AND d.route_id = ? AND d.event >= ? AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND d.route_id = ? AND d.event >= ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.route_id = ? AND d.event >= ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.route_id = ? AND d.event >= ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true AND d.route_id = ? AND d.event >= ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true AND d.event < ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id AND d.cause ILIKE ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.cause ILIKE ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.cause ILIKE ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.cause ILIKE ? ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 101) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE false) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT e.id, y.name, e.payload FROM event_type y JOIN event e ON e.type = y.id
WHERE e.type = (SELECT id FROM event_type WHERE name = ?) ORDER BY e.id DESC LIMIT ?
;;
SELECT e.id, y.name, e.payload FROM event e JOIN event_type y ON y.id = e.type
ORDER BY e.id DESC LIMIT ?
;;
SELECT a.id, a.ended_at, coalesce(x.outcome, a.outcome) AS outcome,
  coalesce(x.cause, a.cause) AS cause, cardinality(a.seqs) + cardinality(a.covers) AS rows,
  a.receipt, a.content
FROM (SELECT attempt, outcome, cause FROM setback WHERE lane_id = ? AND seq = ?
      UNION ALL SELECT attempt, NULL, NULL FROM delivered
        WHERE event = ? AND lane_id = ? AND seq = ? AND attempt IS NOT NULL
      UNION ALL SELECT o.attempt, NULL, NULL
        FROM open_attempt o JOIN attempt b ON b.id = o.attempt
        WHERE o.lane_id = ? AND ? = ANY (b.seqs || b.covers)) x
JOIN attempt a ON a.id = x.attempt ORDER BY a.id
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id AND d.event <= ? AND (d.event, d.lane_id, d.seq) < (?, ?, ?) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 AND d.event <= ? AND (d.event, d.lane_id, d.seq) < (?, ?, ?) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 AND d.event <= ? AND (d.event, d.lane_id, d.seq) < (?, ?, ?) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true AND d.event <= ? AND (d.event, d.lane_id, d.seq) < (?, ?, ?) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 5) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT i.*, f.*,
  (SELECT coalesce(sum(seq), 0) FROM lane)::bigint AS matched,
  (SELECT count(*) FROM delivery WHERE state = 1) AS unknown,
  (SELECT count(*) FROM delivery WHERE state = 2) AS dead
FROM (SELECT coalesce(sum(accepted), 0)::bigint AS accepted,
        coalesce(sum(no_route), 0)::bigint AS no_route,
        coalesce(sum(quarantined), 0)::bigint AS quarantined FROM inbox_tally) i,
  (SELECT coalesce(sum(delivered), 0)::bigint AS delivered,
     coalesce(sum(superseded), 0)::bigint AS superseded,
     coalesce(sum(cancelled), 0)::bigint AS cancelled FROM finished_tally) f
;;
SELECT count(*) FROM delivery WHERE state = 0
;;
SELECT k.source, k.event_id, k.id, k.digest FROM event_key k
JOIN (SELECT DISTINCT * FROM unnest(?, ?) u (source, event_id)) u
  USING (source, event_id)
;;
INSERT INTO quarantine (id, source, event_id, type, digest, intake, payload, reasons)
SELECT id, source, event_id, type, digest, intake, payload, string_to_array(r, E'\x1f')
FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
  u (id, source, event_id, type, digest, intake, payload, r)
ON CONFLICT DO NOTHING
;;
SELECT event FROM delivery WHERE lane_id = ? ORDER BY seq
;;
INSERT INTO event_conflict (source, event_id, digest, payload)
SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING
;;
SELECT cardinality(reasons) FROM quarantine
;;
SELECT count(*) FROM event
;;
SELECT count(*) FROM event_key
;;
SELECT sum(seq) FROM delivery
;;
SELECT seq FROM lane
;;
SELECT count(*) FROM delivery
;;
SELECT sum(accepted) FROM inbox_tally
;;
SELECT count(*) FROM event_conflict
;;
INSERT INTO intake_incident (intake, kind, stream, detail, at)
VALUES (?, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING
;;
SELECT id, intake, kind, stream, detail, at FROM intake_incident
WHERE seen_at IS NULL ORDER BY id
;;
UPDATE intake_incident SET seen_at = clock_timestamp(), seen_by = ?
WHERE id = ? AND intake = ? AND seen_at IS NULL
;;
INSERT INTO intake_node (intake, node, state, reason, lag, events, seen_at)
VALUES (?, ?, ?, ?, ?, ?, clock_timestamp())
ON CONFLICT (intake, node) DO UPDATE SET state = excluded.state,
  reason = excluded.reason, lag = excluded.lag, events = excluded.events,
  seen_at = excluded.seen_at
;;
DELETE FROM intake_node WHERE intake = ? AND node = ?
;;
UPDATE intake_node SET seen_at = seen_at - ? * interval '1 second' WHERE node = 'dies'
;;
SELECT intake, node, state, reason, lag, events, seen_at FROM intake_node
WHERE seen_at > clock_timestamp() - interval '10 seconds' ORDER BY intake, node
;;
INSERT INTO intake_checkpoint (intake, stream, position, at)
SELECT ?, u.stream, u.position, clock_timestamp()
FROM unnest(?, ?) u(stream, position)
ON CONFLICT (intake, stream) DO UPDATE SET position = excluded.position,
  at = excluded.at
;;
SELECT position FROM intake_checkpoint WHERE intake = ? AND stream = ?
;;
INSERT INTO unreadable_record (intake, position, digest, reasons, payload, at)
VALUES (?, ?, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING
;;
SELECT intake, position, reasons, substr(payload, 1, ?) AS beginning,
  length(payload) AS bytes, at
FROM unreadable_record WHERE intake = ? ORDER BY at DESC LIMIT ?
;;
SELECT clock_timestamp() AS now
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ?
;;
INSERT INTO bulk_retry
  (id, snapshot, filter, as_of, max_items, state, started_by, matched)
VALUES (?, ?, ?::jsonb, ?, ?, 'RUNNING', ?, ?) ON CONFLICT (snapshot) DO NOTHING
;;
SELECT b.*, x.still_open, x.dead FROM bulk_retry b CROSS JOIN LATERAL (
  SELECT count(*) AS still_open, count(*) FILTER (WHERE d.state = 2) AS dead
  FROM bulk_retry_item i JOIN delivery d USING (lane_id, seq) WHERE i.bulk_retry = b.id) x
WHERE b.snapshot = ?
;;
SELECT * FROM bulk_retry WHERE id = ? AND state = 'RUNNING'
FOR UPDATE SKIP LOCKED
;;
SELECT d.lane_id, d.seq FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) > (?, ?)
ORDER BY d.lane_id, d.seq LIMIT ?
;;
WITH back AS (UPDATE delivery d SET state = 0, tries = 0, due_at = now(), dead_at = NULL
    FROM unnest(?, ?) u (lane_id, seq)
    WHERE d.lane_id = u.lane_id AND d.seq = u.seq AND d.state = 2 AND d.dead_at <= ?
    RETURNING d.lane_id, d.seq, d.event, d.key)
INSERT INTO bulk_retry_item (bulk_retry, lane_id, seq, event, key, outcome)
SELECT ?, lane_id, seq, event, key, 'RETRIED' FROM back
;;
UPDATE bulk_retry SET cursor_lane = ?, cursor_seq = ?, retried = retried + ?
WHERE id = ?
;;
UPDATE bulk_retry SET state = 'DONE', ended_at = clock_timestamp(),
  skipped = matched - retried WHERE id = ?
;;
SELECT b.*, x.still_open, x.dead FROM bulk_retry b CROSS JOIN LATERAL (
  SELECT count(*) AS still_open, count(*) FILTER (WHERE d.state = 2) AS dead
  FROM bulk_retry_item i JOIN delivery d USING (lane_id, seq) WHERE i.bulk_retry = b.id) x
WHERE b.id = ?
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND EXISTS (SELECT FROM delivered n
  WHERE n.key = d.key AND n.event > d.event AND n.lane_id = d.lane_id AND n.seq > d.seq
    AND n.state = 3)
;;
SELECT coalesce(d.cause, '') AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT coalesce(r.name, d.route_id::text) AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT d.event FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? ORDER BY d.event LIMIT 1
;;
SELECT count(*) FROM delivery WHERE state = 2
;;
UPDATE bulk_retry SET state = ?, ended_at = CASE WHEN ? THEN clock_timestamp() END
WHERE id = ? AND state = ANY (?)
;;
SELECT id FROM bulk_retry WHERE state = 'RUNNING' ORDER BY started_at
;;
SELECT p.*, coalesce(r.name, p.route_id::text) AS route, t.connector, t.title, y.name AS type,
  l.paused, r.state AS route_state, s.state AS connector_state, s.reason
FROM ((SELECT p.* FROM route r CROSS JOIN LATERAL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 0 AND route_id = r.route_id ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) p ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 1 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
  cause FROM delivery d WHERE state = 2 ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) UNION ALL (SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
  finished_at, NULL::text AS cause FROM delivered d WHERE true ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) ORDER BY event DESC, lane_id DESC, seq DESC LIMIT 11) p
JOIN lane l ON l.lane_id = p.lane_id JOIN target t ON t.target_id = l.target_id
LEFT JOIN route r ON r.route_id = p.route_id
LEFT JOIN event e ON e.id = p.event LEFT JOIN event_type y ON y.id = e.type
LEFT JOIN connector_status s ON s.name = t.connector
ORDER BY p.event DESC, p.lane_id DESC, p.seq DESC
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?))
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?)) AND EXISTS (SELECT FROM delivered n
  WHERE n.key = d.key AND n.event > d.event AND n.lane_id = d.lane_id AND n.seq > d.seq
    AND n.state = 3)
;;
SELECT coalesce(d.cause, '') AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?)) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT coalesce(r.name, d.route_id::text) AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?)) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT d.event FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?)) ORDER BY d.event LIMIT 1
;;
SELECT d.lane_id, d.seq FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND (d.lane_id, d.seq) NOT IN (SELECT * FROM unnest(?, ?)) AND (d.lane_id, d.seq) > (?, ?)
ORDER BY d.lane_id, d.seq LIMIT ?
;;
SELECT b.*, x.still_open, x.dead FROM bulk_retry b CROSS JOIN LATERAL (
  SELECT count(*) AS still_open, count(*) FILTER (WHERE d.state = 2) AS dead
  FROM bulk_retry_item i JOIN delivery d USING (lane_id, seq) WHERE i.bulk_retry = b.id) x
ORDER BY b.started_at DESC, b.id LIMIT ?
;;
SELECT i.*, d.cause, coalesce(d.state, (SELECT f.state FROM delivered f
  WHERE f.event = i.event AND f.lane_id = i.lane_id AND f.seq = i.seq LIMIT 1)) AS state
FROM bulk_retry_item i LEFT JOIN delivery d USING (lane_id, seq)
WHERE i.bulk_retry = ? AND (i.lane_id, i.seq) > (?, ?)
ORDER BY i.lane_id, i.seq LIMIT ?
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND d.route_id = (SELECT route_id FROM route WHERE name = ?)
;;
SELECT count(*) FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND d.route_id = (SELECT route_id FROM route WHERE name = ?) AND EXISTS (SELECT FROM delivered n
  WHERE n.key = d.key AND n.event > d.event AND n.lane_id = d.lane_id AND n.seq > d.seq
    AND n.state = 3)
;;
SELECT coalesce(d.cause, '') AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? AND d.route_id = (SELECT route_id FROM route WHERE name = ?) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT coalesce(r.name, d.route_id::text) AS name, count(*) AS n FROM delivery d
LEFT JOIN route r ON r.route_id = d.route_id
WHERE d.state = 2 AND d.dead_at <= ? AND d.route_id = (SELECT route_id FROM route WHERE name = ?) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 50
;;
SELECT d.event FROM delivery d WHERE d.state = 2 AND d.dead_at <= ? AND d.route_id = (SELECT route_id FROM route WHERE name = ?) ORDER BY d.event LIMIT 1
;;
