import type { CertificateId, CertificateRefusal, DeskId } from '@reglament/desk';
import { insertResponse } from '../store/idempotency.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import type { PageContact } from '../store/queries/support-page.ts';
import { applyToCertificate } from './command-certificate.ts';
import type { Context } from './context.ts';
import { lockOwnCertificate } from './own-certificate.ts';
import type { FormKey } from './page-task.ts';

export interface OwnIntent {
  readonly deskId: DeskId;
  readonly contact: PageContact;
  readonly certificateId: CertificateId;
  /** Pressed twice it is one declaration. */
  readonly idempotency: FormKey;
}

export type OwnActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: CertificateRefusal }
  | { readonly kind: 'not-found' };

/** The customer declares the wish to renew on a page of their own (R11): now, and for the record. */
export const declareOwnIntent = (context: Context, input: OwnIntent): Promise<OwnActOutcome> =>
  context.db.inDesk(input.deskId, async (q): Promise<OwnActOutcome> => {
    const { deskId, contact, certificateId, idempotency } = input;
    const own = await lockOwnCertificate(context, q, deskId, contact, certificateId);
    if (own === null) return { kind: 'not-found' };
    const kept = await keptResponse(q, deskId, idempotency.key);
    if (kept?.requestHash === idempotency.requestHash) return { kind: 'done' };
    const at = context.now();
    const outcome = await applyToCertificate(context, q, own.locked, { type: 'DeclareIntent', at }, null);
    if (outcome.kind !== 'done')
      return outcome.kind === 'refused'
        ? { kind: 'refused', refusal: outcome.refusal }
        : { kind: 'not-found' };
    await insertResponse(q, { deskId, ...idempotency, response: {}, at });
    return { kind: 'done' };
  });
