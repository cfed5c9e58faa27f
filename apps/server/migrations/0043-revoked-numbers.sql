-- breaking: older servers look for the constraint when they issue a certificate.
-- A certificate that was revoked leaves its number to another one: it was typed for the wrong company, or taken back.
alter table certificate drop constraint certificate_desk_id_number_key;
create unique index certificate_number on certificate (desk_id, number) where body ->> 'revokedAt' is null;
-- Those that were revoked are still found by their number.
create index certificate_any_number on certificate (desk_id, number);
