-- Whose wall clock a customer lives by, and how a ticket's regulation is read: on that clock, by editions of calendars of its own.
alter table company add column zone text;

-- null: the desk's.
alter table ticket add column local_zone text;
-- Of production calendars, as pins of the decider's state; null: it follows each in its turn.
alter table ticket add column calendars jsonb;
