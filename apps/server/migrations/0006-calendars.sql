-- Production calendars as immutable editions: an edition counts from the instant it came into force, and what was counted
-- before stays. Nobody's in particular: every desk whose schedules follow the calendar goes by it.
create table production_calendar (
  calendar_id text not null check (length(calendar_id) between 1 and 40),
  seq integer not null check (seq > 0),
  edition text not null check (length(edition) between 1 and 60),
  -- By year: holidays, worked weekends, shortened days.
  years jsonb not null,
  -- Of the name and the years: the same data is the same edition, however its file is written.
  sha256 text not null,
  -- null: the first edition, in force always.
  effective_from timestamptz check ((effective_from is null) = (seq = 1)),
  created_at timestamptz not null,
  primary key (calendar_id, seq),
  unique (calendar_id, edition),
  unique (calendar_id, sha256)
);

-- When all open deadlines of a desk had gone over to an edition. Without a row the work goes on where tickets still differ.
create table calendar_adoption (
  desk_id uuid not null references desk (desk_id),
  calendar_id text not null,
  seq integer not null,
  done_at timestamptz not null,
  primary key (desk_id, calendar_id, seq)
);

-- What only an administrator can mend: time-zone data that disagree, a calendar without next year, hours that never come.
create table concern (
  desk_id uuid not null references desk (desk_id),
  key text not null check (length(key) between 1 and 200),
  body jsonb not null,
  since timestamptz not null,
  primary key (desk_id, key)
);

-- The time-zone data that the event's deadlines were counted with; null: not known, written before it was kept.
alter table journal add column time_zone_data text check (length(time_zone_data) <= 20);

-- A deadline that an edition of a calendar moved is told to whoever has the ticket.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved'));

do $$
declare
  name text;
begin
  foreach name in array array['calendar_adoption', 'concern'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
