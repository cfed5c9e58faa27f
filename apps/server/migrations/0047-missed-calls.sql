-- A call that nobody answered: a task until somebody has called back, or says that there is no need.
create table missed_call (
  desk_id uuid not null references desk (desk_id),
  call_id uuid not null,
  -- As it was told, E.164 where it can be read; empty: withheld.
  phone text not null,
  note text not null default '',
  called_at timestamptz not null,
  -- Whoever is calling back; null: nobody yet.
  taken_by uuid references person (id),
  taken_at timestamptz,
  handled_by uuid references person (id),
  handled_at timestamptz,
  primary key (desk_id, call_id),
  check ((taken_by is null) = (taken_at is null)),
  check ((handled_by is null) = (handled_at is null))
);
create index missed_call_waits on missed_call (desk_id, called_at, call_id) where handled_at is null;

alter table missed_call enable row level security;
alter table missed_call force row level security;
create policy desk_only on missed_call using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');
