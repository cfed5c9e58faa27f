-- What people prove themselves with beside a password or a link. Of persons, so without a desk.
alter table person add column language text check (language in ('ru', 'en'));

-- When the second factor was given in this session; null: it was not.
alter table person_session add column second_factor_at timestamptz;

create table person_totp (
  person_id uuid primary key references person (id) on delete cascade,
  secret bytea not null check (octet_length(secret) between 20 and 64),
  -- Null: shown, but no code from it was typed yet.
  confirmed_at timestamptz,
  -- The latest step whose code was used: no code works twice.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

-- For whoever lost the device: each works once.
create table person_recovery_code (
  person_id uuid not null references person (id) on delete cascade,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table person_passkey (
  passkey_id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  credential_id text not null unique check (length(credential_id) between 8 and 2000),
  public_key bytea not null,
  -- Of the authenticator: one that goes back was copied. Always 0 where it doesn't count.
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index person_passkey_of on person_passkey (person_id);
