-- Somebody is told when a certificate is used by more than was bought: once for each time that it goes over.
alter table certificate add column over_told_at timestamptz;

-- Both are read all day, and are nearly always empty.
create index certificate_over_untold on certificate (desk_id, certificate_id)
  where is_open and over_told_at is null and (is_over_instances or is_over_licences);
create index certificate_over_told on certificate (desk_id, certificate_id) where over_told_at is not null;

-- Those that are over by now were told to whoever recorded it, and stand in the list.
select set_config('reglament.every_desk', 'on', true);
update certificate set over_told_at = now() where is_open and (is_over_instances or is_over_licences);

alter table notification add column certificate_id uuid;
alter table notification add foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id);
alter table notification drop constraint notification_about;
alter table notification add constraint notification_about check (num_nonnulls(ticket_id, inquiry_id, certificate_id) = 1);
create unique index notification_of_certificate on notification (desk_id, certificate_id, threshold, person_id)
  where certificate_id is not null;
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in
  ('clock-warning', 'clock-breach', 'letter-quarantined', 'deadline-moved', 'proposal-accepted', 'proposal-declined',
   'edition-kept', 'number-to-tell', 'inquiry-came', 'inquiry-wrote', 'inquiry-handed-over',
   'mentioned', 'followed-wrote', 'followed-changed', 'certificate-over'));
