-- Letters about tickets of colleagues: sent to whoever asked for them, and to nobody else.
alter table contact_preference drop constraint contact_preference_kind_check;
alter table contact_preference add constraint contact_preference_kind_check
  check (kind in ('answer', 'deadline', 'certificate', 'colleague'));
