-- What a purchase inquiry needs besides its own tables: whose it is, files of its letters, and telling people of it.
alter table inquiry add column owner_id uuid references person (id);
create index inquiry_mine on inquiry (desk_id, owner_id, last_message_at desc, inquiry_id) where owner_id is not null;
create index inquiry_contact on inquiry (desk_id, contact_id, received_at desc);
create index inquiry_newest on inquiry (desk_id, last_message_at desc, inquiry_id);

alter table attachment add column inquiry_message_id uuid;
alter table attachment add foreign key (desk_id, inquiry_message_id) references inquiry_message (desk_id, message_id);
create index attachment_inquiry_message on attachment (desk_id, inquiry_message_id) where inquiry_message_id is not null;

-- A notification is about a ticket or about an inquiry; of an inquiry each message is told to a person once: `threshold` is its id.
alter table notification alter column ticket_id drop not null;
alter table notification add column inquiry_id uuid;
alter table notification add foreign key (desk_id, inquiry_id) references inquiry (desk_id, inquiry_id);
alter table notification add constraint notification_about check (num_nonnulls(ticket_id, inquiry_id) = 1);
create unique index notification_of_inquiry on notification (desk_id, inquiry_id, threshold, person_id) where inquiry_id is not null;
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'edition-kept', 'number-to-tell', 'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over'));

-- What a ticket has to do with inquiries: it became one, or was one.
create index inquiry_from_ticket on inquiry (desk_id, (body ->> 'fromTicketId')) where body ->> 'fromTicketId' is not null;
create index inquiry_became_ticket on inquiry (desk_id, (body ->> 'becameTicketId')) where body ->> 'becameTicketId' is not null;
