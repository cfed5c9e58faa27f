-- Open tickets of a company and of one person, newest first: what the portal shows. What is over goes by ticket_company and
-- ticket_contact.
create index ticket_company_open on ticket (desk_id, company_id, registered_at desc, number desc) where state <> 'closed';
create index ticket_contact_open on ticket (desk_id, contact_id, registered_at desc, number desc) where state <> 'closed';

-- What the customer says of the work when it is over; once a ticket, whoever of the company says it.
create table ticket_rating (
  desk_id uuid not null references desk (desk_id),
  ticket_id uuid not null,
  contact_id uuid not null,
  score smallint not null check (score between 1 and 5),
  words text not null check (length(words) <= 2000),
  rated_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (desk_id, ticket_id),
  foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id)
);
create index ticket_rating_contact on ticket_rating (desk_id, contact_id);

-- When a customer last looked at what is new.
create table portal_news_seen (
  desk_id uuid not null references desk (desk_id),
  contact_id uuid not null,
  seen_at timestamptz not null,
  primary key (desk_id, contact_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['ticket_rating', 'portal_news_seen'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
