-- What somebody is writing and has not sent. It is theirs alone, wherever they sign in: nothing else reads it.
create table draft (
  desk_id uuid not null references desk (desk_id),
  person_id uuid not null references person (id),
  -- One person may be both at a desk.
  side text not null check (side in ('staff', 'customer')),
  -- Which form of the program: `ticket.12.reply`, `new`.
  about text not null check (about <> '' and length(about) <= 80),
  text text not null check (length(text) <= 100000),
  -- What stands beside the words, as the form keeps it.
  rest text not null check (length(rest) <= 50000),
  revision uuid not null,
  saved_at timestamptz not null,
  primary key (desk_id, person_id, side, about)
);

alter table draft enable row level security;
alter table draft force row level security;
create policy desk_only on draft using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');
