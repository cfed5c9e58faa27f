-- Acts that prove a purchase: each is used once, for one certificate. The number is kept as it is compared.
create table certificate_act (
  desk_id uuid not null references desk (desk_id),
  act_number text not null,
  certificate_id uuid not null,
  primary key (desk_id, act_number),
  foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id)
);

-- Why somebody corrected, suspended or revoked a certificate: people's words stay out of the journal, which names them by id.
create table certificate_reason (
  desk_id uuid not null references desk (desk_id),
  message_id uuid not null,
  certificate_id uuid not null,
  at timestamptz not null,
  text text not null,
  primary key (desk_id, message_id),
  foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id)
);
create index certificate_reason_of on certificate_reason (desk_id, certificate_id);

-- What lists ask for; the database takes it from the row itself, so that nothing else has to write it.
alter table certificate
  -- A column: a function over the number would be no condition for an index behind the wall between desks.
  add column number_key text not null generated always as (lower(number)) stored,
  -- Neither renewed nor revoked: somebody may still do something about it.
  add column is_open boolean not null generated always as (body ->> 'renewedBy' is null and body ->> 'revokedAt' is null) stored,
  -- Not begun, nobody knows when: the end of time, so that it sorts last.
  add column begins_at timestamptz not null generated always as (coalesce(starts_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  add column lasts_until timestamptz not null generated always as (coalesce(ends_at, timestamptz '9999-12-31 00:00:00+00')) stored,
  -- null: it has no loyalty, or the wish to renew was not declared.
  add column loyal_until timestamptz generated always as (
    case when body ->> 'loyaltyFrom' is not null then to_timestamp((body ->> 'loyaltyUntil')::double precision / 1000) end) stored;

create index certificate_by_end on certificate (desk_id, lasts_until, certificate_id);
create index certificate_open_by_end on certificate (desk_id, lasts_until, certificate_id) where is_open;
create index certificate_loyal on certificate (desk_id, loyal_until, certificate_id) where is_open and loyal_until is not null;
create index certificate_by_start on certificate (desk_id, begins_at, certificate_id);
create index certificate_by_number on certificate (desk_id, number_key text_pattern_ops);

do $$
declare
  name text;
begin
  foreach name in array array['certificate_act', 'certificate_reason'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
