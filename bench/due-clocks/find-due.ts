import { openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import { findDueAlarms, FIND_LIMIT } from '../../apps/server/src/store/alarms.ts';
import { type Figure, quantile } from '../figure.ts';
import { connectAsOwner } from '../../apps/server/src/testing/lay-out-clocks.ts';

/** On the way down the index and along its leaves. */
const INDEX_PAGES = 10;

const ROUNDS = 200;
const WARM_UP = 50;

/** The bare question with the same answer, prepared, without the product, its transaction and its row-level security. */
const bare = `select desk_id, ticket_id from alarm where at <= $1 order by at limit ${FIND_LIMIT}`;

const timed = async (ask: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
};

export interface FoundDue {
  readonly bareMs: number;
  readonly productMs: number;
  readonly times: number;
  /** Pages that the question touches: says the same on a busy machine. */
  readonly pages: number;
}

interface Plan {
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
}

/** Finds what is due, by the product and by bare SQL in turn; the same tickets first, then the lower quartiles of both. */
export const findDue = async (url: string, adminUrl: string): Promise<FoundDue> => {
  const opened = await openForLoad(url);
  const client = await connectAsOwner(adminUrl);
  try {
    const now = opened.context.now();
    const byProduct = () => opened.context.db.everyDesk((q) => findDueAlarms(q, now));
    const byHand = () =>
      client.query<{ ticket_id: string }>({
        name: 'bare',
        text: bare,
        values: [new Date(now).toISOString()],
      });
    const [found, { rows }] = [await byProduct(), await byHand()];
    const ids = rows.map((r) => r.ticket_id);
    if (
      found.alarms !== FIND_LIMIT ||
      JSON.stringify(found.tickets.map((t) => t.ticketId)) !== JSON.stringify(ids)
    )
      throw new Error(`the product found ${found.alarms} due alarms, bare SQL ${ids.length}, or other ones`);
    const bareMs: number[] = [];
    const productMs: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const [b, p] = [await timed(byHand), await timed(byProduct)];
      if (round < WARM_UP) continue;
      bareMs.push(b);
      productMs.push(p);
    }
    const { rows: plans } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
      `explain (analyze, buffers, format json) ${bare}`,
      [new Date(now).toISOString()],
    );
    const plan = plans[0]?.['QUERY PLAN'][0]?.Plan;
    const pages = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
    const [b, p] = [quantile(bareMs, 0.25), quantile(productMs, 0.25)];
    return { bareMs: b, productMs: p, times: p / b, pages };
  } finally {
    await client.end();
    await opened.close();
  }
};

/** A row for each size, and one that says whether the cost is flat. */
export const foundFigures = (found: ReadonlyMap<number, FoundDue>): readonly Figure[] => {
  const all = [...found];
  const rows = all.map(([clocks, { bareMs, productMs, times, pages }], index): Figure => ({
    what: `finding ${FIND_LIMIT} due alarms among ${clocks.toLocaleString('en-US')} open clocks`,
    measured: `${productMs.toFixed(2)} ms`,
    against: `bare indexed SQL ${bareMs.toFixed(2)} ms; ${times.toFixed(1)} x; ${pages} pages`,
    goal: index === all.length - 1 ? '<= 3 x' : '',
    met: index === all.length - 1 ? times <= 3 : null,
    numbers: { clocks, bareMs, productMs, times, pages },
  }));
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) throw new Error('nothing was looked for');
  const growth = last[1].productMs / first[1].productMs;
  return [
    ...rows,
    {
      what: `the same, ${last[0].toLocaleString('en-US')} clocks against ${first[0].toLocaleString('en-US')}`,
      measured: `${last[1].pages} pages, ${growth.toFixed(2)} x the time`,
      against: `bare indexed SQL ${(last[1].bareMs / first[1].bareMs).toFixed(2)} x the time`,
      goal: 'flat: a page for each due one, and the index',
      met: last[1].pages <= FIND_LIMIT + INDEX_PAGES,
      numbers: { growth, pages: last[1].pages },
    },
  ];
};
