-- Reminders 90, 60 and 30 days before the end of a certificate are turns of its life. Certificates from before have those that lie
-- behind on record as gone by, late and written to nobody: an upgrade sends no flood of letters. The next one that lies ahead is
-- what the round waits for. A reminder comes 24 * (days + 1) - 9 hours before the end.
select set_config('reglament.every_desk', 'on', true);

create temporary table reminded on commit drop as
  select c.desk_id, c.certificate_id, c.version, r.turn, r.place, c.ends_at - make_interval(hours => r.hours) as at
  from certificate c, (values ('ends-in-90', 1, 2175), ('ends-in-60', 2, 1455), ('ends-in-30', 3, 735)) as r (turn, place, hours)
  where c.body -> 'told' ? 'began' and not c.body -> 'told' ? 'ended' and c.ends_at is not null
    and c.body ->> 'renewedBy' is null and c.body ->> 'suspendedAt' is null and c.body ->> 'revokedAt' is null
    and c.ends_at - make_interval(hours => r.hours) > c.starts_at;

insert into journal (desk_id, stream_kind, stream_id, seq, at, actor_id, type, version, body)
  select desk_id, 'certificate', certificate_id, version + row_number() over (partition by desk_id, certificate_id order by place),
    now(), null, 'CertificateTurned', 1, jsonb_build_object('turn', turn, 'at', floor(extract(epoch from at) * 1000)::bigint,
      'lateMs', floor(extract(epoch from now()) * 1000)::bigint - floor(extract(epoch from at) * 1000)::bigint)
  from reminded where at <= now();

update certificate c set
  version = c.version + w.passed,
  body = jsonb_set(c.body, '{told}', (c.body -> 'told') || w.turns),
  next_turn_at = coalesce(w.next_at, c.ends_at)
from (
  select desk_id, certificate_id, count(*) filter (where at <= now())::int as passed, min(at) filter (where at > now()) as next_at,
    coalesce(jsonb_agg(turn order by place) filter (where at <= now()), '[]'::jsonb) as turns
  from reminded group by desk_id, certificate_id
) w
where c.desk_id = w.desk_id and c.certificate_id = w.certificate_id;
