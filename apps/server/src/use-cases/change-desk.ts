import type { DeskId } from '@reglament/desk';
import { changeDeskDetails } from '../store/desks.ts';
import { isAddressTaken, lockDesk } from '../store/mailboxes.ts';
import { deskDetails, type DeskDetails } from '../store/queries/desks.ts';
import type { Context } from './context.ts';

export type DeskChanged =
  | { readonly kind: 'done' }
  | { readonly kind: 'stale'; readonly version: number }
  /** `taken`: another desk goes by the address; `same`: letters to the desk and to sales would be the same letters. */
  | {
      readonly kind: 'wrong';
      readonly pointer: '/mailAddress' | '/salesAddress';
      readonly code: 'taken' | 'same';
    };

interface Change {
  readonly deskId: DeskId;
  readonly seenVersion: number;
  /** undefined: as it is. */
  readonly name: DeskDetails['name'] | undefined;
  readonly mailAddress: string | undefined;
  readonly salesAddress: string | null | undefined;
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const isSame = (one: DeskDetails, other: DeskDetails): boolean =>
  one.name.ru === other.name.ru &&
  one.name.en === other.name.en &&
  one.mailAddress === other.mailAddress &&
  one.salesAddress === other.salesAddress;

/** Gives a desk another name or other addresses. A change of nothing is done without a new version. */
export const changeDesk = async (
  context: Context,
  { deskId, seenVersion, name, mailAddress, salesAddress }: Change,
): Promise<DeskChanged> => {
  const changed = await context.db.inDesk(deskId, async (q): Promise<DeskChanged> => {
    await lockDesk(q, deskId);
    const kept = await deskDetails(q, deskId);
    if (kept.version !== seenVersion) return { kind: 'stale', version: kept.version };
    const next: DeskDetails = {
      version: kept.version,
      name: name === undefined ? kept.name : { ru: oneLine(name.ru), en: oneLine(name.en) },
      mailAddress: mailAddress?.toLowerCase() ?? kept.mailAddress,
      salesAddress: salesAddress === undefined ? kept.salesAddress : (salesAddress?.toLowerCase() ?? null),
    };
    if (isSame(kept, next)) return { kind: 'done' };
    if (next.mailAddress === next.salesAddress)
      return {
        kind: 'wrong',
        pointer: mailAddress === undefined ? '/salesAddress' : '/mailAddress',
        code: 'same',
      };
    if (next.mailAddress !== kept.mailAddress && (await isAddressTaken(q, deskId, next.mailAddress)))
      return { kind: 'wrong', pointer: '/mailAddress', code: 'taken' };
    const sales = next.salesAddress;
    if (sales !== null && sales !== kept.salesAddress && (await isAddressTaken(q, deskId, sales)))
      return { kind: 'wrong', pointer: '/salesAddress', code: 'taken' };
    await changeDeskDetails(q, deskId, next);
    return { kind: 'done' };
  });
  if (changed.kind === 'done') context.hint({ deskId, kind: 'desk', number: 0 });
  return changed;
};
