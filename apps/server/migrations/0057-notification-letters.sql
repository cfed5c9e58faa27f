-- How somebody of the staff wants to be told, by what it is about. No row: as the program has it.
create table staff_notification (
  desk_id uuid not null references desk (desk_id),
  person_id uuid not null references person (id),
  theme text not null check (theme in ('assigned', 'replied', 'followed', 'mentioned', 'deadline')),
  in_page boolean not null,
  by_mail boolean not null,
  primary key (desk_id, person_id, theme)
);
alter table staff_notification enable row level security;
alter table staff_notification force row level security;
create policy desk_only on staff_notification using (desk_id = nullif(current_setting('reglament.desk', true), '')::uuid
  or current_setting('reglament.every_desk', true) = 'on');

-- A customer wrote in the ticket that somebody has.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'edition-kept', 'number-to-tell', 'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over',
   'mentioned', 'followed-wrote', 'followed-changed', 'certificate-over', 'webhook-disabled', 'assigned', 'replied'));

-- A letter may be owed about something that a person was told in the page.
alter table outbox add column notification_id uuid;
alter table outbox add foreign key (desk_id, notification_id) references notification (desk_id, notification_id) on delete cascade;
create index outbox_notification on outbox (desk_id, notification_id) where notification_id is not null;
alter table outbox drop constraint outbox_about;
alter table outbox add constraint outbox_about check
  (num_nonnulls(ticket_id, certificate_id, inquiry_id, contact_id, way_in_id, notification_id) = 1);
