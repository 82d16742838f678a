-- Free text is looked for in each state by itself: one index of all causes had whoever looked among the waiting read all the dead.
DROP INDEX delivery_cause;
CREATE INDEX delivery_cause_waiting ON delivery USING gin (cause gin_trgm_ops) WHERE cause IS NOT NULL AND state = 0;
CREATE INDEX delivery_cause_trouble ON delivery USING gin (cause gin_trgm_ops) WHERE cause IS NOT NULL AND state <> 0;
