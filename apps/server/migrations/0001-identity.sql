-- Who may sign in. Global on purpose: one person may work in several desks, so no table here has a desk_id;
-- membership of a desk refers to person (id). Ids are UUID version 7, made by the server.

create table person (
  id uuid primary key,
  -- Always lower-case, so that unique means what people think it means.
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  email_verified boolean not null default false,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Set: can't sign in, and no session counts. People are not deleted, the journal refers to them.
  disabled_at timestamptz
);

-- A way in: for provider 'credential' the password's hash, and account_id is the person's id.
create table person_credential (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  provider_id text not null check (length(provider_id) between 1 and 100),
  account_id text not null check (length(account_id) between 1 and 300),
  password_hash text check (length(password_hash) between 32 and 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index person_credential_person on person_credential (person_id);

create table person_session (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  -- The cookie carries it with a signature; the check keeps an empty or short one from ever matching.
  token text not null unique check (length(token) between 32 and 200),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  ip_address text check (length(ip_address) <= 64),
  user_agent text check (length(user_agent) <= 300)
);
create index person_session_person on person_session (person_id, expires_at);

-- One-time values that prove something about a person: nothing writes here yet.
create table person_verification (
  id uuid primary key,
  identifier text not null check (length(identifier) between 1 and 300),
  value text not null check (length(value) >= 16),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index person_verification_identifier on person_verification (identifier);
