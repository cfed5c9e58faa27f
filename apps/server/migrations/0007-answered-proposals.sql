-- The customer's answer to a proposed date or priority is told to whoever has the ticket. A date is due_at, by its clock; a
-- word about a priority has no clock, due_at is when it was said.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check
  check (kind in ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined'));
