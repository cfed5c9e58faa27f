-- Purchase inquiries, and letters that are not about a ticket: to a customer about a certificate, an inquiry, a link.
alter table staff drop constraint staff_role_check;
alter table staff add constraint staff_role_check check (role in ('dispatcher', 'engineer', 'lead', 'administrator', 'sales'));

alter table journal drop constraint journal_stream_kind_check;
alter table journal add constraint journal_stream_kind_check check (stream_kind in ('ticket', 'certificate', 'inquiry'));

-- Letters to this address, delivered to the desk's own mailbox, are for sales; null: only those to `<desk>+sales@`.
alter table desk add column sales_address text unique check (sales_address = lower(sales_address));

create table inquiry (
  desk_id uuid not null references desk (desk_id),
  inquiry_id uuid not null,
  -- Of a series of its own.
  number bigint not null,
  version integer not null check (version > 0),
  -- The decider's state; the columns below are taken from it, or are texts that the journal must not hold.
  body jsonb not null,
  subject text not null,
  state text not null check (state in ('open', 'answered', 'won', 'lost')),
  company_id uuid,
  contact_id uuid not null,
  -- null: nobody knows where the company is, so that the dispatcher chooses.
  district text check (district in ('central', 'north-west', 'south', 'north-caucasus', 'volga', 'ural', 'siberia', 'far-east')),
  -- The regulation's address that it goes to; null: not routed yet.
  addressee text,
  received_at timestamptz not null,
  last_message_at timestamptz not null,
  primary key (desk_id, inquiry_id),
  unique (desk_id, number),
  foreign key (desk_id, company_id) references company (desk_id, company_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id)
);
create index inquiry_by_state on inquiry (desk_id, state, last_message_at desc, inquiry_id);
create index inquiry_company on inquiry (desk_id, company_id, received_at desc);

create table inquiry_message (
  desk_id uuid not null references desk (desk_id),
  message_id uuid not null,
  inquiry_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('customer', 'reply', 'note')),
  person_id uuid references person (id),
  author text not null,
  text text not null,
  letter_id uuid,
  primary key (desk_id, message_id),
  foreign key (desk_id, inquiry_id) references inquiry (desk_id, inquiry_id),
  foreign key (desk_id, letter_id) references letter (desk_id, letter_id)
);
create index inquiry_message_of on inquiry_message (desk_id, inquiry_id, at, message_id);

-- What a letter is about: exactly one of them. A contact: a link that was asked for on a page without an account.
alter table outbox alter column ticket_id drop not null;
alter table outbox add column certificate_id uuid;
alter table outbox add column inquiry_id uuid;
alter table outbox add column contact_id uuid;
alter table outbox add foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id);
alter table outbox add foreign key (desk_id, inquiry_id) references inquiry (desk_id, inquiry_id);
alter table outbox add foreign key (desk_id, contact_id) references contact (desk_id, contact_id);
alter table outbox add constraint outbox_about check (num_nonnulls(ticket_id, certificate_id, inquiry_id, contact_id) = 1);

alter table letter add column certificate_id uuid;
alter table letter add column inquiry_id uuid;
alter table letter add foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id);
alter table letter add foreign key (desk_id, inquiry_id) references inquiry (desk_id, inquiry_id);
create index letter_certificate on letter (desk_id, certificate_id) where certificate_id is not null;
create index letter_inquiry on letter (desk_id, inquiry_id) where inquiry_id is not null;
alter table letter drop constraint letter_outcome_check;
alter table letter add constraint letter_outcome_check check (outcome in
  ('waiting', 'ticket', 'reply', 'inquiry', 'bounce', 'auto-reply', 'suppressed', 'quarantined', 'accepted', 'kept', 'failed'));

do $$
declare
  name text;
begin
  foreach name in array array['inquiry', 'inquiry_message'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
