import type { Client } from 'pg';
import { turnCertificates } from '../../apps/server/src/jobs/turn-certificates.ts';
import type { Context } from '../../apps/server/src/use-cases/context.ts';
import { type Figure, quantile } from '../figure.ts';

const GOAL_TIMES = 3;

/** The due ones, one transaction each with the same rows written: no rules, no row-level security, no driver pool. */
const turnByHand = async (client: Client): Promise<void> => {
  const due = await client.query<{ desk_id: string; certificate_id: string }>({
    name: 'bare-due',
    text: 'select desk_id, certificate_id from certificate where next_turn_at <= now() order by next_turn_at, certificate_id',
  });
  for (const { desk_id, certificate_id } of due.rows) {
    await client.query('begin');
    await client.query({
      name: 'bare-lock',
      text: 'select body, version from certificate where desk_id = $1 and certificate_id = $2 for update',
      values: [desk_id, certificate_id],
    });
    await client.query({
      name: 'bare-turn',
      text: `with told as (insert into journal (desk_id, stream_kind, stream_id, seq, at, type, version, body)
          select $1, 'certificate', $2, version + 1, now(), 'CertificateTurned', 1, '{"turn": "ended", "at": 0}' from certificate where desk_id = $1 and certificate_id = $2)
        update certificate set body = jsonb_set(body, '{told}', body -> 'told' || '["ended"]'), version = version + 1, next_turn_at = null
        where desk_id = $1 and certificate_id = $2`,
      values: [desk_id, certificate_id],
    });
    await client.query('commit');
  }
};

const turnByProduct = async (context: Context): Promise<void> => {
  const raise = (error: unknown): never => {
    throw error;
  };
  while (await turnCertificates(context, raise));
};

/** The same certificates end a minute ago, and nobody has told it yet. */
const makeDue = async (client: Client, count: number): Promise<void> => {
  await client.query(
    `delete from journal where stream_kind = 'certificate' and seq > 1 and stream_id in (select certificate_id from certificate where number like 'B-%')`,
  );
  // The letters of the round before.
  await client.query('delete from outbox where certificate_id is not null');
  await client.query(
    `update certificate set version = 1, ends_at = date_trunc('second', now()) - interval '1 minute', next_turn_at = date_trunc('second', now()) - interval '1 minute',
       body = body || jsonb_build_object('told', '["began"]'::jsonb, 'endsAt', floor(extract(epoch from date_trunc('second', now()) - interval '1 minute') * 1000)::bigint)
     where certificate_id in (select certificate_id from certificate where number like 'B-%-4' order by number limit $1)`,
    [count],
  );
  await client.query('vacuum analyze certificate');
};

const dueNow = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ due: number }>(
    'select count(*)::int as due from certificate where next_turn_at <= now()',
  );
  return rows[0]?.due ?? 0;
};

const told = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ told: number }>(
    "select count(*)::int as told from journal where stream_kind = 'certificate' and type = 'CertificateTurned' and seq = 2",
  );
  return rows[0]?.told ?? 0;
};

const measure = async (client: Client, due: number, turn: () => Promise<void>): Promise<number> => {
  await makeDue(client, due);
  if ((await dueNow(client)) !== due) throw new Error('other certificates are due');
  const begun = performance.now();
  await turn();
  const took = performance.now() - begun;
  const [left, done] = [await dueNow(client), await told(client)];
  if (left !== 0 || done !== due) throw new Error(`${left} are left, ${done} were told of ${due}`);
  return took;
};

/** A round over what is due, by the product and by bare SQL in turn; lower quartiles of both. */
export const measureTurns = async (
  context: Context,
  client: Client,
  asked: { readonly due: number; readonly certificates: number; readonly rounds: number },
): Promise<Figure> => {
  const { due, certificates, rounds } = asked;
  const bareMs: number[] = [];
  const productMs: number[] = [];
  const byHand = async () => void bareMs.push(await measure(client, due, () => turnByHand(client)));
  const byProduct = async () => void productMs.push(await measure(client, due, () => turnByProduct(context)));
  // Which of the two comes first changes every time.
  for (let round = 0; round < rounds; round += 1)
    for (const turn of round % 2 === 0 ? [byHand, byProduct] : [byProduct, byHand]) await turn();
  const [bare, product] = [quantile(bareMs, 0.25), quantile(productMs, 0.25)];
  const times = product / bare;
  return {
    what: `a round that tells ${due} turns, a transaction each, among ${certificates.toLocaleString('en-US')} certificates`,
    measured: `${product.toFixed(0)} ms`,
    against: `bare indexed SQL ${bare.toFixed(0)} ms; ${times.toFixed(1)} x`,
    goal: `<= ${GOAL_TIMES} x`,
    met: times <= GOAL_TIMES,
    numbers: { certificates, due, productMs: product, bareMs: bare, times },
  };
};
