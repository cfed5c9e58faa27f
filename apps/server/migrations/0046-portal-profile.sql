-- The time zone in which a customer wants to see times; null: the desk's own.
alter table contact add column zone text check (zone <> '' and length(zone) <= 64);

-- Letters that a customer with an account has said no to, or yes again. No row: they are sent.
create table contact_preference (
  desk_id uuid not null references desk (desk_id),
  contact_id uuid not null,
  kind text not null check (kind in ('answer', 'deadline', 'certificate')),
  by_mail boolean not null,
  primary key (desk_id, contact_id, kind),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['contact_preference'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
