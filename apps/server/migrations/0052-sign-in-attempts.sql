-- Failed attempts to sign in, shared by all servers of an installation. Unlogged: after a crash of the database everybody starts anew,
-- as they did when each server counted for itself.
create unlogged table sign_in_attempt (
  -- SHA-256 of address and network: whom somebody tried to be is kept nowhere.
  key bytea primary key check (length(key) = 32),
  -- Failures of the last quarter of an hour, the oldest first.
  times timestamptz[] not null,
  -- Whether the last attempt was one too many; it is not among the times.
  refused boolean not null default false
);
