-- An edition that a ticket could not go over to, and a number that no letter can tell, are told to whoever has the ticket.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over', 'edition-kept', 'number-to-tell'));
