-- Links that let a person in: to sign in without a password, to set one anew, to accept a part in a desk. The desk is the one whose
-- address the letter comes from, and, of an invitation, the one that invites.
create table way_in (
  desk_id uuid not null references desk (desk_id),
  way_in_id uuid not null,
  kind text not null check (kind in ('link', 'reset', 'invitation')),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  -- Of an invitation: as whom, by whom, and what the person is called.
  role text check (role in ('dispatcher', 'engineer', 'lead', 'administrator', 'sales')),
  invited_by uuid references person (id),
  name text not null default '' check (length(name) <= 200),
  language text not null check (language in ('ru', 'en')),
  asked_at timestamptz not null,
  until timestamptz not null,
  -- Owed to its address; null: too many letters had gone there.
  owed_at timestamptz,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (desk_id, way_in_id),
  check ((kind = 'invitation') = (role is not null)),
  check (until <= asked_at + case when kind = 'invitation' then interval '72 hours' else interval '30 minutes' end)
);
create index way_in_email on way_in (email, asked_at);
create index way_in_age on way_in (asked_at);

-- What the links end with is kept nowhere, only its SHA-256; each attempt to send a letter makes a link of its own.
create table way_in_token (
  desk_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  way_in_id uuid not null,
  primary key (desk_id, token_hash),
  foreign key (desk_id, way_in_id) references way_in (desk_id, way_in_id) on delete cascade
);
create index way_in_token_hash on way_in_token (token_hash);
create index way_in_token_of on way_in_token (desk_id, way_in_id);

alter table outbox add column way_in_id uuid;
alter table outbox add foreign key (desk_id, way_in_id) references way_in (desk_id, way_in_id) on delete cascade;
create index outbox_way_in on outbox (desk_id, way_in_id) where way_in_id is not null;
alter table outbox drop constraint outbox_about;
alter table outbox add constraint outbox_about check (num_nonnulls(ticket_id, certificate_id, inquiry_id, contact_id, way_in_id) = 1);

do $$
declare
  name text;
begin
  foreach name in array array['way_in', 'way_in_token'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
