-- Letters that need somebody: not sent, or not read. Few among many.
create index letter_troubled on letter (desk_id, at desc, letter_id desc) where outcome in ('failed', 'quarantined');
