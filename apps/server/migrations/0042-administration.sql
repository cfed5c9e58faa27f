-- What administrators set up: who changed what, the mailbox of a desk, editions given by hand, the first start.

-- What people changed or were refused at a desk. Append-only; texts and secrets are not in it.
create table desk_audit (
  desk_id uuid not null references desk (desk_id),
  audit_id uuid not null,
  at timestamptz not null,
  -- null: the server by itself.
  person_id uuid references person (id),
  -- Id of the endpoint, or what the server did by itself.
  action text not null check (length(action) between 1 and 60),
  -- 'done', or the problem code that it was answered with.
  outcome text not null check (length(outcome) between 1 and 60),
  -- The address of the route without its query.
  target text not null check (length(target) <= 300),
  client_address text not null check (length(client_address) <= 64),
  request_id uuid,
  primary key (desk_id, audit_id)
);
create index desk_audit_newest on desk_audit (desk_id, at desc, audit_id desc);
create index desk_audit_of_person on desk_audit (desk_id, person_id, at desc, audit_id desc);
create index desk_audit_of_action on desk_audit (desk_id, action, at desc, audit_id desc);

alter table desk_audit enable row level security;
alter table desk_audit force row level security;
create policy desk_only on desk_audit using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');

create function refuse_audit_change() returns trigger language plpgsql as
$$ begin raise exception 'the audit log only grows' using errcode = 'insufficient_privilege'; end $$;
create trigger desk_audit_only_grows before update or delete or truncate on desk_audit
  for each statement execute function refuse_audit_change();

-- Where letters of a desk come from and go to, when its administrator said so. Secrets are encrypted with a key that is not here.
create table desk_mailbox (
  desk_id uuid not null references desk (desk_id),
  version integer not null check (version > 0),
  imap_host text check (length(imap_host) between 1 and 253),
  imap_port integer check (imap_port between 1 and 65535),
  imap_secure boolean,
  imap_user text check (length(imap_user) between 1 and 254),
  imap_secret bytea,
  imap_folder text check (length(imap_folder) between 1 and 200),
  smtp_host text check (length(smtp_host) between 1 and 253),
  smtp_port integer check (smtp_port between 1 and 65535),
  smtp_secure boolean,
  smtp_user text check (length(smtp_user) between 1 and 254),
  smtp_secret bytea,
  trusted_authserv text check (length(trusted_authserv) between 1 and 253),
  changed_at timestamptz not null,
  primary key (desk_id),
  check (num_nulls(imap_host, imap_port, imap_secure, imap_user, imap_secret, imap_folder) in (0, 6)),
  check (num_nulls(smtp_host, smtp_port, smtp_secure) in (0, 3)),
  check (num_nulls(smtp_user, smtp_secret) in (0, 2))
);
alter table desk_mailbox enable row level security;
alter table desk_mailbox force row level security;
create policy desk_only on desk_mailbox using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');

-- How the connection to it goes, by direction: as the node that holds it saw it last.
create table desk_mailbox_state (
  desk_id uuid not null references desk (desk_id),
  direction text not null check (direction in ('in', 'out')),
  connected boolean not null,
  changed_at timestamptz not null,
  -- When it last worked; null: never yet.
  worked_at timestamptz,
  -- The last thing that went wrong, in the words of the other side.
  failure text check (length(failure) <= 500),
  failed_at timestamptz,
  primary key (desk_id, direction),
  check ((failure is null) = (failed_at is null))
);
alter table desk_mailbox_state enable row level security;
alter table desk_mailbox_state force row level security;
create policy desk_only on desk_mailbox_state using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');

-- Who gave a text by hand; null: it came from a file of the server.
alter table regulation_version add column given_by uuid references person (id);

-- The address that leads the first administrator in: only its hash is known here.
create table setup_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
