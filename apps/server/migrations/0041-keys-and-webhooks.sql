-- Keys by which programs use the API of a desk. Each acts as a person of its own who can't sign in and works nowhere: what it
-- may do is its role cut down by its scopes. The key itself is not kept, only its SHA-256.
create table api_key (
  desk_id uuid not null references desk (desk_id),
  key_id uuid not null,
  person_id uuid not null references person (id),
  name text not null check (length(name) between 1 and 100),
  -- Its first characters, by which people tell one from another.
  prefix text not null check (length(prefix) between 8 and 20),
  hash bytea not null check (length(hash) = 32),
  role text not null check (role in ('engineer', 'dispatcher', 'lead', 'sales')),
  scopes text[] not null check (cardinality(scopes) between 1 and 50),
  created_at timestamptz not null,
  created_by uuid not null references person (id),
  -- null: until it is revoked.
  expires_at timestamptz check (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at timestamptz check (revoked_at >= created_at),
  revoked_by uuid references person (id),
  primary key (desk_id, key_id),
  unique (desk_id, hash),
  check ((revoked_at is null) = (revoked_by is null))
);
-- A key names no desk: it is looked for over all of them.
create index api_key_hash on api_key (hash);
create index api_key_newest on api_key (desk_id, created_at desc, key_id);

-- Addresses of other systems that want to know what happens in a desk.
create table webhook (
  desk_id uuid not null references desk (desk_id),
  webhook_id uuid not null,
  version integer not null default 1,
  url text not null check (length(url) between 9 and 2000),
  about text not null check (length(about) <= 200),
  event_types text[] not null check (cardinality(event_types) between 1 and 50),
  -- What deliveries are signed with; the one before it signs too until `previous_until`.
  secret bytea not null check (length(secret) = 32),
  previous_secret bytea,
  previous_until timestamptz,
  created_at timestamptz not null,
  created_by uuid not null references person (id),
  -- Switched off: by somebody, because the receiver said that it is gone, or because nothing got through for too long.
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('person', 'gone', 'failures')),
  last_success_at timestamptz,
  primary key (desk_id, webhook_id),
  check ((disabled_at is null) = (disabled_because is null)),
  check ((previous_secret is null) = (previous_until is null))
);

-- What is owed to a webhook, and what became of it.
create table webhook_delivery (
  desk_id uuid not null references desk (desk_id),
  delivery_id uuid not null,
  webhook_id uuid not null,
  type text not null,
  -- When it happened.
  at timestamptz not null,
  -- What it happened to: ids and words of the regulation, never texts or people.
  data jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  -- Of this round; a replay begins a new one.
  queued_at timestamptz not null,
  tries smallint not null default 0,
  -- Of all rounds.
  attempts integer not null default 0,
  next_at timestamptz not null,
  lease_until timestamptz,
  primary key (desk_id, delivery_id),
  foreign key (desk_id, webhook_id) references webhook (desk_id, webhook_id) on delete cascade
);
create index webhook_delivery_due on webhook_delivery (desk_id, webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (desk_id, webhook_id, at desc, delivery_id desc);
create index webhook_delivery_failed on webhook_delivery (desk_id, webhook_id) where state = 'failed';
create index webhook_delivery_old on webhook_delivery (at);

create table webhook_attempt (
  desk_id uuid not null references desk (desk_id),
  delivery_id uuid not null,
  attempt integer not null,
  at timestamptz not null,
  -- null: there was no answer, and `fault` says why.
  status smallint,
  fault text check (length(fault) <= 200),
  took_ms integer not null,
  -- The beginning of what the receiver said.
  reply text not null check (length(reply) <= 1024),
  primary key (desk_id, delivery_id, attempt),
  foreign key (desk_id, delivery_id) references webhook_delivery (desk_id, delivery_id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['api_key', 'webhook', 'webhook_delivery', 'webhook_attempt'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
      or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;

-- Which event of the API an event of the journal is; null: it is nobody's business outside. A message is told by the message itself.
create function webhook_type(stream_kind text, event text) returns text language sql immutable parallel safe as $$
  select case stream_kind
    when 'ticket' then case event
      when 'TicketRegistered' then 'ticket.registered'
      when 'TicketAssigned' then 'ticket.assigned'
      when 'TicketTaken' then 'ticket.assigned'
      when 'ClockWarned' then 'ticket.deadline-warning'
      when 'ClockBreached' then 'ticket.deadline-breached'
    end
    when 'certificate' then case event
      when 'CertificateIssued' then 'certificate.issued'
      when 'CertificateBroughtOver' then 'certificate.issued'
      when 'CertificateRenewed' then 'certificate.renewed'
      when 'CertificateSuspended' then 'certificate.suspended'
      when 'CertificateResumed' then 'certificate.resumed'
      when 'CertificateRevoked' then 'certificate.revoked'
      when 'CertificateTurned' then 'certificate.turned'
      else 'certificate.changed'
    end
    when 'inquiry' then case event
      when 'InquiryOpened' then 'inquiry.opened'
      when 'InquiryAnswered' then 'inquiry.message-added'
      when 'InquiryCustomerWrote' then 'inquiry.message-added'
      when 'InquiryNoteAdded' then 'inquiry.message-added'
      when 'InquiryRobotWrote' then 'inquiry.message-added'
      when 'InquiryWon' then 'inquiry.won'
      when 'InquiryLost' then 'inquiry.lost'
      when 'InquiryReopened' then 'inquiry.reopened'
      when 'InquiryBecameTicket' then 'inquiry.became-ticket'
      else 'inquiry.changed'
    end
  end
$$;

-- Whoever writes a journal owes its webhooks in the same transaction, without knowing of them.
create function webhooks_owed() returns trigger language plpgsql as $$
begin
  if not exists (select from webhook) then
    return null;
  end if;
  insert into webhook_delivery (desk_id, delivery_id, webhook_id, type, at, data, queued_at, next_at)
  select w.desk_id, gen_random_uuid(), w.webhook_id, e.type, e.at, jsonb_strip_nulls(e.data), e.at, e.at
  from (
    select j.desk_id, webhook_type(j.stream_kind, j.type) as type, j.at, case j.stream_kind
        when 'ticket' then jsonb_build_object('ticketId', j.stream_id, 'number', t.number, 'clock', coalesce(j.body ->> 'clockId', j.body -> 'clock' ->> 'id'))
        when 'inquiry' then jsonb_build_object('inquiryId', j.stream_id, 'number', i.number)
        else jsonb_build_object('certificateId', j.stream_id, 'turn', j.body -> 'turn')
      end as data
    from fresh j
    left join ticket t on j.stream_kind = 'ticket' and t.desk_id = j.desk_id and t.ticket_id = j.stream_id
    left join inquiry i on j.stream_kind = 'inquiry' and i.desk_id = j.desk_id and i.inquiry_id = j.stream_id
    union all
    select distinct m.desk_id, 'ticket.message-added', m.at,
      jsonb_build_object('ticketId', m.ticket_id, 'number', t.number, 'messageId', m.message_id, 'kind', m.kind)
    from fresh j
    join message m on m.desk_id = j.desk_id and m.message_id = (j.body ->> 'messageId')::uuid and m.kind <> 'system'
    join ticket t on t.desk_id = m.desk_id and t.ticket_id = m.ticket_id
    where j.stream_kind = 'ticket' and j.type <> 'TicketRegistered'
  ) e
  join webhook w on w.desk_id = e.desk_id and e.type = any (w.event_types) and w.disabled_because is distinct from 'person';
  return null;
end
$$;
create trigger journal_webhooks after insert on journal referencing new table as fresh
  for each statement execute function webhooks_owed();

create function webhooks_owed_by_state() returns trigger language plpgsql as $$
begin
  insert into webhook_delivery (desk_id, delivery_id, webhook_id, type, at, data, queued_at, next_at)
  select w.desk_id, gen_random_uuid(), w.webhook_id, 'ticket.state-changed', j.at,
    jsonb_build_object('ticketId', new.ticket_id, 'number', new.number, 'from', old.state, 'to', new.state), j.at, j.at
  from webhook w
  cross join lateral (
    select at from journal where desk_id = new.desk_id and stream_kind = 'ticket' and stream_id = new.ticket_id order by seq desc limit 1
  ) j
  where w.desk_id = new.desk_id and 'ticket.state-changed' = any (w.event_types) and w.disabled_because is distinct from 'person';
  return null;
end
$$;
create trigger ticket_state_webhooks after update of state on ticket for each row
  when (old.state is distinct from new.state) execute function webhooks_owed_by_state();
