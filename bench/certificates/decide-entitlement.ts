import { explainEntitlement, type DeskId } from '@reglament/desk';
import type { Client } from 'pg';
import { contactByEmail } from '../../apps/server/src/store/contacts.ts';
import type { Context } from '../../apps/server/src/use-cases/context.ts';
import { factsOfRequest } from '../../apps/server/src/use-cases/request-facts.ts';
import { type Figure, quantile } from '../figure.ts';
import { addressOf } from './lay-out-certificates.ts';

const ROUNDS = 2000;
const WARM_UP = 300;
const GOAL_MS = 1;

/** The same rows by hand: two prepared statements, without the product, its transaction and its row-level security. */
const byHand = async (client: Client, deskId: DeskId, email: string): Promise<void> => {
  const { rows } = await client.query<{ contact_id: string; company_id: string }>({
    name: 'bare-contact',
    text: `select c.contact_id, c.company_id, o.name, (select jsonb_agg(e.body) from certificate e where e.desk_id = $1 and e.company_id = c.company_id) as held
      from contact c left join company o on o.desk_id = c.desk_id and o.company_id = c.company_id where c.desk_id = $1 and c.email = $2`,
    values: [deskId, email],
  });
  if (rows[0] === undefined) throw new Error(`nobody has the address ${email}`);
};

/** From an address to the decision with every rule that was tried, as a registration asks for it. */
const byProduct = async (context: Context, deskId: DeskId, email: string): Promise<string> => {
  const at = context.now();
  const { regulation, calendars } = await context.regulations.inForce(deskId, at);
  return context.db.inDesk(deskId, async (q) => {
    const requester = await contactByEmail(q, { deskId, email, name: '', newId: context.newId });
    const about = { product: null, at, ticketId: null };
    const { known, certificates } = await factsOfRequest(q, deskId, regulation, requester, about);
    const { coverage } = explainEntitlement(regulation, {
      ...known,
      companyKnown: requester.companyId !== null,
      certificates,
      channel: 'portal',
      priority: regulation.priorities[0]?.id ?? null,
      at,
      calendars,
    });
    return coverage.kind;
  });
};

const timed = async (ask: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
};

/** One client, companies at random; bare SQL and product in turn. */
export const measureDecision = async (
  context: Context,
  client: Client,
  asked: { readonly deskId: DeskId; readonly companies: number; readonly certificates: number },
): Promise<Figure> => {
  const { deskId, companies, certificates } = asked;
  const productMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const email = addressOf(1 + ((round * 7919) % companies));
    const bare = await timed(() => byHand(client, deskId, email));
    const begun = performance.now();
    const kind = await byProduct(context, deskId, email);
    const product = performance.now() - begun;
    if (kind !== 'covered') throw new Error(`${email} is ${kind}`);
    if (round < WARM_UP) continue;
    productMs.push(product);
    bareMs.push(bare);
  }
  const [p50, p99, bare] = [quantile(productMs, 0.5), quantile(productMs, 0.99), quantile(bareMs, 0.5)];
  return {
    what: `entitlement decided from the database, ${certificates.toLocaleString('en-US')} certificates`,
    measured: `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
    against: `its reading by bare SQL ${bare.toFixed(2)} ms; ${(p50 / bare).toFixed(1)} x`,
    goal: `<= ${GOAL_MS} ms`,
    met: p50 <= GOAL_MS,
    numbers: { certificates, p50Ms: p50, p99Ms: p99, bareMs: bare },
  };
};
