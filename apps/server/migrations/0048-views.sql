-- Somebody was given a ticket.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'edition-kept', 'number-to-tell', 'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over',
   'mentioned', 'followed-wrote', 'followed-changed', 'certificate-over', 'webhook-disabled', 'assigned'));

-- A view that somebody keeps: which tickets, by which filter. Without an owner it is everybody's at the desk.
create table saved_view (
  desk_id uuid not null references desk (desk_id),
  view_id uuid not null,
  owner_id uuid references person (id),
  name text not null check (name <> '' and length(name) <= 60),
  -- As the queue is asked for: view, line and the conditions of the filter, checked again whenever it is asked.
  query jsonb not null,
  created_at timestamptz not null,
  primary key (desk_id, view_id)
);
create index saved_view_of on saved_view (desk_id, owner_id, created_at);
create unique index saved_view_name on saved_view (desk_id, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'::uuid), lower(name));

alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy desk_only on saved_view using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');
