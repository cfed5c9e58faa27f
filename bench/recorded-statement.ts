import type { Opened } from '../apps/server/src/open.ts';
import type { Queries } from '../apps/server/src/store/database.ts';
import type { Context } from '../apps/server/src/use-cases/context.ts';

/** A statement that the product sent, with its values. */
export interface RecordedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Ids made while recording end with this, so that each repetition can have its own. */
const PLACE = 'f00dfeedf00d';

/** Runs the product's own code once and returns the statements of its desk transactions: what is compared can't drift from what is run. */
export const recordStatements = async (
  opened: Opened,
  work: (context: Context) => Promise<unknown>,
): Promise<readonly RecordedStatement[]> => {
  const recorded: RecordedStatement[] = [];
  const recording = (q: Queries): Queries => ({
    query: (name, text, values = []) => {
      recorded.push({ name, text, values });
      return q.query(name, text, values);
    },
  });
  let made = 0;
  const newId = (): string => `019abcde-${(++made).toString(16).padStart(4, '0')}-7000-8000-${PLACE}`;
  const db = {
    ...opened.context.db,
    inDesk: <T>(deskId: Parameters<typeof opened.context.db.inDesk>[0], run: (q: Queries) => Promise<T>) =>
      opened.context.db.inDesk(deskId, (q) => run(recording(q))),
  };
  await work({ ...opened.context, db, newId });
  return recorded;
};

/** As an escape string without a colon: pgbench would take what follows one for the name of a variable. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new Error(`a value of type ${typeof value} has no literal`);
  return `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;
};

/** Growing like the product's ids, and no two clients share one. */
const placeNow = `(select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint % 1099511627776), 10, '0') || lpad(to_hex(:client_id::int), 2, '0') as place)`;

/** The statement with its values written into it; recorded ids become new ones at every run. */
export const repeatable = (statement: RecordedStatement): string => {
  const fresh = statement.values.some((v) => typeof v === 'string' && v.includes(PLACE));
  const text = statement.text.replaceAll(/\$(\d+)/g, (_, n: string) => {
    const value = statement.values[Number(n) - 1];
    const written = literal(value);
    return written.includes(PLACE) ? `replace(${written}, '${PLACE}', (select place from ids))` : written;
  });
  if (!fresh) return text;
  const withIds = `with ids as materialized ${placeNow}, `;
  if (!/^\s*with\s/.test(text)) throw new Error(`${statement.name} makes ids outside of a with statement`);
  return text.replace(/^\s*with\s/, withIds);
};
