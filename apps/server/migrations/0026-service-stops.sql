-- Service that was stopped for a contact, with what speaks for it, and whoever took that back. It stands with the person, whatever
-- companies they speak for.
create table service_stop (
  desk_id uuid not null references desk (desk_id),
  stop_id uuid not null,
  contact_id uuid not null,
  -- Of the regulation in force on that day.
  clause text not null,
  stopped_at timestamptz not null,
  stopped_by uuid not null references person (id),
  -- People's words: not for the journal.
  evidence text not null check (evidence <> ''),
  reversed_at timestamptz check (reversed_at >= stopped_at),
  reversed_by uuid references person (id),
  reason text,
  primary key (desk_id, stop_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id),
  check ((reversed_at is null) = (reversed_by is null) and (reversed_at is null) = (reason is null))
);
-- One at a time for a person.
create unique index service_stop_holds on service_stop (desk_id, contact_id) where reversed_at is null;
create index service_stop_of on service_stop (desk_id, contact_id, stopped_at desc);
create index service_stop_by_time on service_stop (desk_id, stopped_at desc, stop_id);

alter table service_stop enable row level security;
alter table service_stop force row level security;
create policy desk_only on service_stop using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');
