-- The number of an act as the customer wrote it: what staff read and type on. Null: named before this was kept.
alter table named_act add column written text;
