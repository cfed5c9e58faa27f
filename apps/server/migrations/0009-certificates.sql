-- A certificate has a life of its own in the journal: bought, begun by an event or a date, ended, in loyalty, renewed. The row
-- is what its journal adds up to; the columns beside the body are what lists and rounds look for.
alter table journal drop constraint journal_stream_kind_check;
alter table journal add constraint journal_stream_kind_check check (stream_kind in ('ticket', 'certificate'));

alter table certificate alter column starts_at drop not null;
alter table certificate alter column ends_at drop not null;
alter table certificate add column version integer not null default 0 check (version >= 0);
alter table certificate add column body jsonb;
-- When the calendar brings its next turn: it begins, ends, its loyalty ends; null: none is due any more.
alter table certificate add column next_turn_at timestamptz;

-- Certificates kept before had no journal: each is issued as it stands, under the latest version of its desk.
select set_config('reglament.every_desk', 'on', true);
update certificate c set
  version = 1,
  next_turn_at = case when c.starts_at > now() then c.starts_at when c.ends_at > now() then c.ends_at end,
  body = jsonb_build_object(
    'certificateId', c.certificate_id, 'number', c.number, 'companyId', c.company_id, 'packageId', c.package_id,
    'regulationVersionId', (select r.regulation_version_id from regulation_version r where r.desk_id = c.desk_id
      order by r.effective_from desc, r.created_at desc limit 1),
    'products', null, 'installationType', null, 'quantity', null, 'term', null, 'namedStart', null,
    'dates', '{}'::jsonb, 'figures', '{}'::jsonb, 'bought', '[]'::jsonb, 'people', '{}'::jsonb,
    'visitsPerTicket', null, 'renews', null,
    'startsAt', floor(extract(epoch from c.starts_at) * 1000)::bigint,
    'endsAt', floor(extract(epoch from c.ends_at) * 1000)::bigint,
    'startCause', 'named-date', 'countsFrom', null, 'loyaltyFrom', null, 'loyaltyUntil', null, 'beginsOn', '[]'::jsonb,
    'declaredAt', null, 'renewedBy', null, 'suspendedAt', null, 'revokedAt', null, 'told', case when c.starts_at > now() then '[]'::jsonb when c.ends_at > now() then '["began"]'::jsonb
      else '["began", "ended"]'::jsonb end);
insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, type, version, body)
  select c.desk_id, 'certificate', c.certificate_id, 1, coalesce(c.starts_at, now()), null, 'CertificateBroughtOver', 1,
    jsonb_build_object('certificate', c.body)
  from certificate c;

alter table certificate alter column body set not null;
create index certificate_turn on certificate (next_turn_at) where next_turn_at is not null;
