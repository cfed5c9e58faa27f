import type { Instant } from '@reglament/working-time';
import { type Queries, toTimestamp } from '../database.ts';

/** Whether this address still leads somewhere. */
export const isSetupOpen = async (q: Queries, hash: Buffer, at: Instant): Promise<boolean> => {
  const rows = await q.query(
    'setup-token-look',
    'select from setup_token where token_hash = $1 and used_at is null and expires_at > $2',
    [hash, toTimestamp(at)],
  );
  return rows.length > 0;
};

/** Whether this installation began empty: its desks are made by hand, not by the files of the project. */
export const beganEmpty = async (q: Queries): Promise<boolean> => {
  const [row] = await q.query<{ began: boolean }>(
    'setup-began-empty',
    'select exists (select from setup_token) as began',
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
