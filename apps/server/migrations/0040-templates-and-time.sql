-- Texts said again and again, and macros: a text with what is done beside it. Of the desk, or of one person.
create table reply_template (
  desk_id uuid not null references desk (desk_id),
  template_id uuid not null,
  -- null: everybody's.
  owner_id uuid references person (id),
  name text not null check (name <> '' and length(name) <= 80),
  text text not null check (length(text) <= 20000),
  -- The command that the text is said by; null: it is put into whatever is being written.
  say text check (say in ('reply', 'request-information', 'add-note', 'resolve')),
  actions jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (desk_id, template_id)
);
create index reply_template_owner on reply_template (desk_id, owner_id);

-- A ticket out of one person's sight until a moment, or until the customer writes. Its clocks go on.
create table snooze (
  desk_id uuid not null references desk (desk_id),
  person_id uuid not null references person (id),
  ticket_id uuid not null,
  until timestamptz not null,
  at timestamptz not null,
  primary key (desk_id, person_id, ticket_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index snooze_ticket on snooze (desk_id, ticket_id);

-- Time that somebody spent on a ticket, as they put it down.
create table time_spent (
  desk_id uuid not null references desk (desk_id),
  entry_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null references person (id),
  -- A calendar day of the desk.
  spent_on date not null,
  minutes integer not null check (minutes between 1 and 1440),
  note text not null check (length(note) <= 500),
  at timestamptz not null,
  primary key (desk_id, entry_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id)
);
create index time_spent_ticket on time_spent (desk_id, ticket_id, spent_on, entry_id);

do $$
declare
  name text;
begin
  foreach name in array array['reply_template', 'snooze', 'time_spent'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
