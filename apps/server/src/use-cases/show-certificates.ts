import type { CertificateWorld, DeskId } from '@reglament/desk';
import { renewalsIn } from '../store/queries/certificates.ts';
import {
  certificateHistories,
  certificateNumbers,
  type HeldCertificate,
  type HistoryEntry,
} from '../store/queries/support-page.ts';
import { type WaitingAct, waitingActs } from '../store/queries/waiting-acts.ts';
import { inForceFor, worldOf } from './command-certificate.ts';
import type { Context } from './context.ts';

/** A certificate as its holder sees it, with the rules that it goes by (R43). */
export interface ShownCertificate extends HeldCertificate {
  readonly world: CertificateWorld;
  readonly history: readonly HistoryEntry[];
  /** Numbers of the certificates that its history names. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The act that was named for its renewal and is being looked at; null: none. */
  readonly waitingAct: WaitingAct | null;
}

/** Reads what the holders of certificates see beside them: with an account and without one. */
export const showCertificates = async (
  context: Context,
  deskId: DeskId,
  held: readonly HeldCertificate[],
): Promise<readonly ShownCertificate[]> => {
  const now = context.now();
  const ids = held.map(({ certificate }) => certificate.certificateId);
  const renewed = held.flatMap(({ certificate: { renews } }) => (renews === null ? [] : [renews]));
  const [entries, numbers, acts] = await context.db.inDesk(deskId, async (q) => {
    const histories = await certificateHistories(q, deskId, ids);
    const renewals = renewalsIn(histories.map(({ event }) => event));
    return [
      histories,
      await certificateNumbers(q, deskId, [...renewed, ...renewals]),
      await waitingActs(q, deskId, ids),
    ];
  });
  return Promise.all(
    held.map(async (one) => ({
      ...one,
      world: worldOf(await inForceFor(context, deskId, one.certificate), now),
      history: entries.filter(({ certificateId }) => certificateId === one.certificate.certificateId),
      numbers,
      waitingAct: acts.find(({ certificateId }) => certificateId === one.certificate.certificateId) ?? null,
    })),
  );
};
