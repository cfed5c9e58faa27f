-- How long after its instant a person was told; null: in time.
alter table notification add column late_ms bigint check (late_ms > 0);

-- Every alarm is deleted when it has rung, at the end of the index that is read all day: what is dead goes soon.
alter table alarm set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
