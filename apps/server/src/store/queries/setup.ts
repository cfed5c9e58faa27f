import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

/** Where a printed address leads: to the first desk, or to another one, where there are some; null: nowhere any more. */
export const setupBehind = async (
  q: Queries,
  hash: Buffer,
  at: Instant,
): Promise<'first' | 'another' | null> => {
  const [row] = await q.query<{ another: boolean }>(
    'setup-token-look',
    `select adds_desk or exists (select from desk) as another from setup_token
     where token_hash = $1 and used_at is null and expires_at > $2`,
    [hash, toTimestamp(at)],
  );
  return row === undefined ? null : row.another ? 'another' : 'first';
};

/** Whether this installation began empty: its desks are made by hand, not by the files of the project. */
export const beganEmpty = async (q: Queries): Promise<boolean> => {
  const [row] = await q.query<{ began: boolean }>(
    'setup-began-empty',
    'select exists (select from setup_token where not adds_desk) as began',
  );
  return row?.began === true;
};

/** The person behind an address; null: nobody. */
export const personOfEmail = async (q: Queries, email: string): Promise<string | null> => {
  const [row] = await q.query<{ id: string }>('setup-person', 'select id from person where email = $1', [
    email,
  ]);
  return row?.id ?? null;
};

/** Whether a desk of this name, or with this address, is there already. */
export const takenByDesk = async (
  q: Queries,
  { slug, address }: { readonly slug: string; readonly address: string },
): Promise<'slug' | 'address' | null> => {
  const rows = await q.query<{ slug: string }>(
    'setup-desk-taken',
    'select slug from desk where slug = $1 or mail_address = $2 or sales_address = $2',
    [slug, address],
  );
  if (rows.length === 0) return null;
  return rows.some((row) => row.slug === slug) ? 'slug' : 'address';
};
