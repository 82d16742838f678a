-- Results: what core services are told of their events at the broker that these came by. An outbox: written with the state that it tells of,
-- deleted once it is sent, and with its intake. Nodes of the version before write none.

CREATE TABLE result (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  intake        text NOT NULL REFERENCES intake ON DELETE CASCADE,
  lane_id       int NOT NULL,
  seq           bigint NOT NULL,
  route_id      int NOT NULL,
  event         uuid NOT NULL,
  key           text NOT NULL,
  tries         int NOT NULL,
  cause         text NOT NULL,
  at            timestamptz NOT NULL,
  claimed_until timestamptz NOT NULL DEFAULT '-infinity'   -- a node that sends it holds it until then
);
CREATE INDEX result_waiting ON result (intake, at, seq);   -- in the order of a key: a lane is worked by one statement at a time
