-- The desk: everything that belongs to one vendor's support leads its keys with desk_id, so that the schema can be
-- partitioned or distributed by that column. Row-level security at the end is the second wall behind the queries' own desk.

-- One row: what this installation signs links and tokens with.
create table installation (
  only_row boolean primary key default true check (only_row),
  secret bytea not null check (length(secret) >= 32),
  -- When the demo was laid out; null: this is no demo.
  demo_since timestamptz,
  created_at timestamptz not null default now()
);

create table desk (
  desk_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name_ru text not null,
  name_en text not null,
  -- The address that customers write to and letters come from.
  mail_address text not null unique check (mail_address = lower(mail_address)),
  created_at timestamptz not null default now()
);

create table regulation_version (
  desk_id uuid not null references desk (desk_id),
  regulation_version_id uuid not null,
  edition text not null,
  effective_from timestamptz not null,
  source text not null,
  sha256 text not null,
  created_at timestamptz not null,
  primary key (desk_id, regulation_version_id),
  unique (desk_id, sha256)
);

create table staff (
  desk_id uuid not null references desk (desk_id),
  person_id uuid not null references person (id),
  role text not null check (role in ('dispatcher', 'engineer', 'lead', 'administrator')),
  primary key (desk_id, person_id)
);
create index staff_person on staff (person_id);

create table company (
  desk_id uuid not null references desk (desk_id),
  company_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (desk_id, company_id)
);

-- Everybody who ever wrote; without a company until identified.
create table contact (
  desk_id uuid not null references desk (desk_id),
  contact_id uuid not null,
  company_id uuid,
  email text check (email = lower(email)),
  name text not null,
  phone text not null default '',
  created_at timestamptz not null default now(),
  primary key (desk_id, contact_id),
  unique (desk_id, email),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index contact_company on contact (desk_id, company_id);

create table certificate (
  desk_id uuid not null references desk (desk_id),
  certificate_id uuid not null,
  company_id uuid not null,
  number text not null,
  package_id text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (desk_id, certificate_id),
  unique (desk_id, number),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index certificate_company on certificate (desk_id, company_id);

-- Numbers come from here and not from a sequence: no gap after a crash.
create table counter (
  desk_id uuid not null references desk (desk_id),
  name text not null,
  value bigint not null,
  primary key (desk_id, name)
);

create table ticket (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  number bigint not null,
  version integer not null,
  -- The decider's state; the columns below are taken from it, or are texts that the journal must not hold.
  body jsonb not null,
  subject text not null,
  fields jsonb not null default '{}',
  state text not null check (state in ('new', 'in-progress', 'waiting-for-customer', 'resolved', 'closed', 'not-entitled')),
  coverage text not null,
  channel text not null,
  type text,
  priority text,
  -- 1 is the most urgent, 99: none.
  priority_rank smallint not null,
  package_id text,
  company_id uuid,
  contact_id uuid not null,
  assignee_id uuid references person (id),
  regulation_version_id uuid not null,
  received_at timestamptz not null,
  registered_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  -- The nearest deadline of a running clock, missed ones included; 9999-12-31 when none runs.
  due_at timestamptz not null,
  due_clock text,
  -- The schedule it counts in; null with due_elapsed: plain hours.
  due_schedule text,
  due_elapsed boolean not null default false,
  due_breached boolean not null default false,
  last_message_at timestamptz not null,
  last_message_from text not null check (last_message_from in ('customer', 'staff', 'system')),
  primary key (desk_id, ticket_id),
  unique (desk_id, number),
  foreign key (desk_id, company_id) references company (desk_id, company_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id),
  foreign key (desk_id, regulation_version_id) references regulation_version (desk_id, regulation_version_id)
);
-- One index a view, in the queue's order: priority, then the nearest deadline.
create index ticket_open on ticket (desk_id, priority_rank, due_at, ticket_id)
  where state in ('new', 'in-progress', 'waiting-for-customer');
create index ticket_mine on ticket (desk_id, assignee_id, priority_rank, due_at, ticket_id)
  where state in ('new', 'in-progress', 'waiting-for-customer');
create index ticket_by_state on ticket (desk_id, state, priority_rank, due_at, ticket_id);
create index ticket_unidentified on ticket (desk_id, priority_rank, due_at, ticket_id)
  where company_id is null and state <> 'closed';
create index ticket_closed on ticket (desk_id, closed_at desc, ticket_id) where state = 'closed';
create index ticket_company on ticket (desk_id, company_id, registered_at desc);
create index ticket_contact on ticket (desk_id, contact_id, registered_at desc);

create table journal (
  desk_id uuid not null references desk (desk_id),
  stream_kind text not null check (stream_kind in ('ticket')),
  stream_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  -- The person of the staff who did it; null: the customer or the desk itself.
  actor_id uuid,
  type text not null,
  version smallint not null default 1,
  body jsonb not null,
  primary key (desk_id, stream_kind, stream_id, seq)
);

create table letter (
  desk_id uuid not null references desk (desk_id),
  letter_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  at timestamptz not null,
  raw bytea not null,
  size integer not null,
  sha256 text not null,
  -- Hash of the bytes without the headers that a delivery adds: the same letter twice is one row.
  content_key text not null,
  message_id text,
  from_address text not null default '',
  to_address text not null default '',
  subject text not null default '',
  outcome text not null default 'waiting' check (outcome in
    ('waiting', 'ticket', 'reply', 'bounce', 'auto-reply', 'suppressed', 'quarantined', 'accepted', 'kept', 'failed')),
  note text,
  ticket_id uuid,
  -- Who or what speaks in an incoming letter; null: not read yet, or ours.
  nature text,
  -- DMARC by our own mail server's word.
  authentication text,
  -- Only the headers were fetched: it was over the limit.
  truncated boolean not null default false,
  -- An answer of the desk itself to a letter: counts towards the limits against loops.
  automatic boolean not null default false,
  -- How often this letter was delivered to us.
  deliveries integer not null default 1,
  lease_until timestamptz,
  attempts smallint not null default 0,
  primary key (desk_id, letter_id),
  unique (desk_id, direction, content_key),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
alter table letter alter column raw set storage external;
create index letter_newest on letter (desk_id, at desc, letter_id desc);
create index letter_waiting on letter (at) where direction = 'in' and outcome = 'waiting';
create index letter_quarantined on letter (desk_id, letter_id) where outcome = 'quarantined';
create index letter_automatic on letter (desk_id, to_address, at) where automatic;
-- Only ours: a sender's Message-ID can be longer than an index row.
create index letter_sent on letter (desk_id, message_id) where direction = 'out';
create index letter_received_id on letter (desk_id, md5(message_id)) where direction = 'in';
create index letter_ticket on letter (desk_id, ticket_id);

-- Where a mailbox showed it: the key by which fetching goes on.
create table letter_delivery (
  desk_id uuid not null references desk (desk_id),
  mailbox text not null,
  uid_validity text not null,
  uid bigint not null,
  letter_id uuid not null,
  at timestamptz not null,
  -- When a letter that could not be read was moved out of the way on the mail server.
  set_aside_at timestamptz,
  primary key (desk_id, mailbox, uid_validity, uid),
  foreign key (desk_id, letter_id) references letter (desk_id, letter_id)
);
create index letter_delivery_letter on letter_delivery (desk_id, letter_id);

create table message (
  desk_id uuid not null references desk (desk_id),
  message_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('customer', 'reply', 'information-request', 'resolution', 'objection', 'note', 'system')),
  person_id uuid references person (id),
  contact_id uuid,
  author text not null,
  text text not null,
  html text,
  quoted text not null default '',
  letter_id uuid,
  primary key (desk_id, message_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id),
  foreign key (desk_id, letter_id) references letter (desk_id, letter_id)
);
create index message_ticket on message (desk_id, ticket_id, at, message_id);

create table attachment (
  desk_id uuid not null references desk (desk_id),
  attachment_id uuid not null,
  -- null: uploaded and not yet sent with anything.
  message_id uuid,
  uploaded_by uuid references person (id),
  name text not null,
  original_name text not null,
  type text not null,
  size integer not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamptz not null,
  primary key (desk_id, attachment_id),
  foreign key (desk_id, message_id) references message (desk_id, message_id)
);
alter table attachment alter column content set storage external;
create index attachment_message on attachment (desk_id, message_id);

-- What must still be told to somebody; written with the event that owes it.
create table outbox (
  desk_id uuid not null references desk (desk_id),
  outbox_id uuid not null,
  ticket_id uuid not null,
  -- Unique within the desk: the same notice is never owed twice.
  key text not null,
  body jsonb not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  lease_until timestamptz,
  attempts smallint not null default 0,
  -- Given up after the last attempt, with the reason.
  dead_at timestamptz,
  last_error text,
  primary key (desk_id, outbox_id),
  unique (desk_id, key),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index outbox_next on outbox (next_at) where dead_at is null;

create table alarm (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  key text not null,
  at timestamptz not null,
  body jsonb not null,
  primary key (desk_id, ticket_id, key),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index alarm_at on alarm (at);

-- A warning or an alarm told to a person: exactly one for clock, threshold and person. A letter that nobody could read is
-- told to administrators: its clock is empty, due_at is when it came.
create table notification (
  desk_id uuid not null references desk (desk_id),
  notification_id uuid not null,
  person_id uuid not null references person (id),
  ticket_id uuid not null,
  kind text not null check (kind in ('clock-warning', 'clock-breach', 'letter-quarantined')),
  clock text not null,
  threshold text not null,
  due_at timestamptz not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (desk_id, notification_id),
  unique (desk_id, ticket_id, clock, threshold, due_at, person_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index notification_person on notification (desk_id, person_id, at desc);

-- Every command leaves its answer here, so that a repetition gets the same one.
create table idempotency (
  desk_id uuid not null references desk (desk_id),
  key text not null,
  request_hash text not null,
  response jsonb not null,
  at timestamptz not null,
  primary key (desk_id, key)
);
create index idempotency_at on idempotency (at);

-- The second wall: without a desk set for the transaction no row of any desk is seen or written.
-- Jobs that serve every desk say so with reglament.every_desk.
do $$
declare
  name text;
begin
  for name in
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'desk_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'desk'
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
