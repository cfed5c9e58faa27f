import type { Client } from 'pg';

/** Instances a company runs. */
const OF_COMPANY = 50;

/**
 * What the companies of the certificates run: fifty instances each with a key, of one company in a hundred under its certificate, which is
 * over its quantity then; a licence agreement each, of one company in ten lapsed; certificates in force end on any of the next 160 days.
 *
 * @returns how many instances there are, and one company of the middle.
 */
export const layOutInstances = async (
  client: Client,
  deskId: string,
): Promise<{ readonly instances: number; readonly companyId: string }> => {
  const numbered = `(select company_id, split_part(number, '-', 2)::int as n from certificate where desk_id = '${deskId}' and number like 'B-%-4')`;
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into product (desk_id, product_id, name) values ('${deskId}', '019b0000-0000-7000-8000-00000000aaaa', 'Измеряемый')`,
  );
  await client.query(
    `update certificate c set ends_at = now() + make_interval(days => 1 + o.n % 160),
       body = c.body || jsonb_build_object('endsAt', floor(extract(epoch from now() + make_interval(days => 1 + o.n % 160)) * 1000)::bigint)
     from ${numbered} o where c.desk_id = '${deskId}' and c.company_id = o.company_id and c.number like '%-4'`,
  );
  await client.query(
    `insert into instance (desk_id, instance_id, company_id, product_id, key, folded_key, certificate_id)
     select '${deskId}', ('019b' || substr(md5(o.n || 'i' || k), 1, 4) || '-0000-7000-8000-' || lpad(to_hex(o.n * ${OF_COMPANY} + k), 12, '0'))::uuid, o.company_id,
       '019b0000-0000-7000-8000-00000000aaaa', lpad((o.n * ${OF_COMPANY} + k)::text, 8, '0'), lpad((o.n * ${OF_COMPANY} + k)::text, 8, '0'), c.certificate_id
     from ${numbered} o cross join generate_series(0, ${OF_COMPANY - 1}) k
       left join certificate c on o.n % 100 = 0 and c.desk_id = '${deskId}' and c.company_id = o.company_id and c.number like '%-4'`,
  );
  await client.query(
    `update certificate c set instances_in_use = ${OF_COMPANY}, licences_in_use = ${OF_COMPANY} from ${numbered} o
     where o.n % 100 = 0 and c.desk_id = '${deskId}' and c.company_id = o.company_id and c.number like '%-4'`,
  );
  await client.query(
    `insert into licence_agreement (desk_id, licence_agreement_id, company_id, number, from_date, until_date)
     select '${deskId}', gen_random_uuid(), o.company_id, 'L-' || o.n, current_date - 2000, case when o.n % 10 = 0 then current_date - 1 - o.n % 1000 end from ${numbered} o`,
  );
  await client.query('set session_replication_role = origin');
  for (const table of ['certificate', 'instance', 'licence_agreement'])
    await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query<{ instances: number; company_id: string }>(
    `select (select count(*)::int from instance where desk_id = '${deskId}') as instances,
       (select company_id from ${numbered} o order by abs(o.n - 1000) limit 1) as company_id`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('no company runs anything');
  return { instances: found.instances, companyId: found.company_id };
};
