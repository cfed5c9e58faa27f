-- Whoever calls, by the end of their number however it was written down.
create index contact_phone_end on contact (desk_id, right(regexp_replace(phone, '\D', '', 'g'), 10)) where phone <> '';
