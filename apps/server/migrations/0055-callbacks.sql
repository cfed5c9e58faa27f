-- A customer who wants to be called back waits beside the missed calls, with the ticket that it is about.
alter table missed_call
  -- Of a wish to be called back; null: a call that nobody answered.
  add column ticket_id uuid,
  -- Why nobody has to call any more, where no call was made.
  add column reason text not null default '',
  add foreign key (desk_id, ticket_id) references ticket (desk_id, ticket_id);

-- One wish a ticket at a time: asked again, it is the same.
create unique index missed_call_of_ticket on missed_call (desk_id, ticket_id) where ticket_id is not null and handled_at is null;
