-- A certificate's number as protection keys are compared (`foldKey` of the rules): one key, however it is typed, begins one free
-- support.
create function fold_key(typed text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(
    translate(
      upper(normalize(regexp_replace(typed, '^[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]*[№#]?', ''), nfkc) collate "und-x-icu"),
      'АВЕКМНОРСТУХ', 'ABEKMHOPCTYX'),
    '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u2010-\u2015\u2212_./\\-]', '', 'g')
$$;
create index certificate_by_key on certificate (desk_id, fold_key(number));
