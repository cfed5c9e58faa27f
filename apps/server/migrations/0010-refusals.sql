-- What is told to a customer whose request is not done stands in the conversation under a name of its own.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
  check (kind in ('customer', 'reply', 'information-request', 'resolution', 'refusal', 'objection', 'note', 'system'));
