-- What was asked for on pages without an account: a link by letter, a certificate or key to be registered. Kept as it was typed,
-- until the link in the letter shows whose address it is; each link that acts is used once.
create table page_request (
  desk_id uuid not null references desk (desk_id),
  page_request_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('link', 'register')),
  -- People's words: not for the journal.
  typed jsonb not null,
  language text not null check (language in ('ru', 'en')),
  asked_at timestamptz not null,
  -- Owed to its address; null: too many letters had gone there.
  owed_at timestamptz,
  used_at timestamptz,
  outcome jsonb,
  primary key (desk_id, page_request_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id)
);
create index page_request_of on page_request (desk_id, contact_id, asked_at);
create index page_request_age on page_request (asked_at);

-- Acts that customers named on a page to renew a certificate: support runs from that instant, whenever it is accepted.
create table named_act (
  desk_id uuid not null references desk (desk_id),
  certificate_id uuid not null,
  -- As acts are compared.
  act_number text not null,
  named_at timestamptz not null,
  -- The request that asks staff to accept it.
  ticket_id uuid not null,
  primary key (desk_id, certificate_id, act_number),
  foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index named_act_ticket on named_act (desk_id, ticket_id);

do $$
declare
  name text;
begin
  foreach name in array array['page_request', 'named_act'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
