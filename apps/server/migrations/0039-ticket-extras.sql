-- What staff put beside a ticket among themselves: none of it touches a promise, so none of it is in the journal.

-- Words of the desk for sorting tickets. A retired one stays where it was put.
create table tag (
  desk_id uuid not null references desk (desk_id),
  tag_id uuid not null,
  name text not null check (name <> '' and length(name) <= 60),
  tone text not null check (tone in ('neutral', 'info', 'good', 'warn', 'bad')),
  retired_at timestamptz,
  created_at timestamptz not null,
  primary key (desk_id, tag_id)
);
create unique index tag_name on tag (desk_id, lower(name));

create table ticket_tag (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  tag_id uuid not null,
  at timestamptz not null,
  put_by uuid not null references person (id),
  primary key (desk_id, ticket_id, tag_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id),
  foreign key (desk_id, tag_id) references tag (desk_id, tag_id)
);
create index ticket_tag_tickets on ticket_tag (desk_id, tag_id, ticket_id);

-- Said once, seen from both sides: `ticket_id` is a duplicate of, or is caused by, `other_id`. A pair has one link; what is merely
-- related has no direction.
create table ticket_link (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  other_id uuid not null,
  relation text not null check (relation in ('related', 'duplicate', 'caused-by')),
  at timestamptz not null,
  put_by uuid not null references person (id),
  primary key (desk_id, ticket_id, other_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id),
  foreign key (desk_id, other_id) references ticket (desk_id, ticket_id),
  check (ticket_id <> other_id)
);
create unique index ticket_link_pair on ticket_link (desk_id, least(ticket_id, other_id), greatest(ticket_id, other_id));
create index ticket_link_other on ticket_link (desk_id, other_id);

-- Who is told of what happens to a ticket, whoever has it.
create table ticket_follower (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  person_id uuid not null references person (id),
  since timestamptz not null,
  primary key (desk_id, ticket_id, person_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index ticket_follower_person on ticket_follower (desk_id, person_id);

alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'edition-kept', 'number-to-tell', 'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over',
   'mentioned', 'followed-wrote', 'followed-changed'));

do $$
declare
  name text;
begin
  foreach name in array array['tag', 'ticket_tag', 'ticket_link', 'ticket_follower'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
