-- What the lead's board counts by day: registered, closed, missed.
create index ticket_registered on ticket (desk_id, registered_at);
create index journal_breached on journal (desk_id, at) where type = 'ClockBreached';
