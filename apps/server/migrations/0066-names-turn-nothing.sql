-- Names of people hold no marks that turn what stands after them the other way round: forms refuse them, letters are read without them.
select set_config('reglament.every_desk', 'on', true);
update contact set name = coalesce(nullif(trim(regexp_replace(name, '[\u202a-\u202e\u2066-\u2069]', '', 'g')), ''), email, '—')
 where name ~ '[\u202a-\u202e\u2066-\u2069]';
update way_in set name = trim(regexp_replace(name, '[\u202a-\u202e\u2066-\u2069]', '', 'g')) where name ~ '[\u202a-\u202e\u2066-\u2069]';
update person set name = coalesce(nullif(trim(regexp_replace(name, '[\u202a-\u202e\u2066-\u2069]', '', 'g')), ''), left(email, 200))
 where name ~ '[\u202a-\u202e\u2066-\u2069]';
select set_config('reglament.every_desk', '', true);
