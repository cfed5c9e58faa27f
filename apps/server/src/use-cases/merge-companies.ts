import {
  type CompanyId,
  type CompanyRefusal,
  type DeskId,
  judgeMerge,
  judgeUnmerge,
  type PersonId,
  refuseCompany,
} from '@reglament/desk';
import { insertAudit } from '../store/audit.ts';
import { type LockedCompany, lockCompany, touchCompany } from '../store/companies.ts';
import { mergeInto, mergeOf, partAgain } from '../store/company-merges.ts';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import type { Context } from './context.ts';

export interface MergeRequest {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
  /** For the audit. */
  readonly clientAddress: string;
  readonly requestId: string;
}

export type MergeOutcome =
  | { readonly kind: 'done'; readonly companyId: CompanyId; readonly version: number }
  | { readonly kind: 'refused'; readonly refusal: CompanyRefusal }
  | { readonly kind: 'not-found' };

/** Both companies, locked in the order of their ids: two merges of the same two wait for each other. */
const lockBoth = async (
  q: Queries,
  deskId: DeskId,
  one: CompanyId,
  other: CompanyId,
): Promise<readonly [LockedCompany | null, LockedCompany | null]> => {
  const swapped = other < one;
  const first = await lockCompany(q, deskId, swapped ? other : one);
  const second = await lockCompany(q, deskId, swapped ? one : other);
  return swapped ? [second, first] : [first, second];
};

const keep = async (
  context: Context,
  q: Queries,
  request: MergeRequest,
  done: Extract<MergeOutcome, { readonly kind: 'done' }>,
  outcome: string,
  target: string,
): Promise<void> => {
  const at = context.now();
  const { deskId, personId, clientAddress, requestId, idempotency } = request;
  await insertAudit(q, {
    auditId: context.newId(),
    at,
    action: 'request',
    outcome,
    personId,
    target,
    clientAddress,
    requestId,
  });
  const response = { companyId: done.companyId, version: done.version };
  await insertResponse(q, { deskId, ...idempotency, response, at });
};

/** Makes `goneId` part of `keptId`: contacts, tickets, certificates, sites and standings move, each on record. */
export const mergeCompanies = (
  context: Context,
  request: MergeRequest & { readonly keptId: CompanyId; readonly goneId: CompanyId },
): Promise<MergeOutcome> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, keptId, goneId, personId } = request;
    const [kept, gone] = await lockBoth(q, deskId, keptId, goneId);
    if (kept === null || gone === null) return { kind: 'not-found' };
    const refusal = judgeMerge(kept, gone);
    if (refusal !== null) return { kind: 'refused', refusal };
    const at = context.now();
    await mergeInto(q, { deskId, mergeId: context.newId(), from: goneId, to: keptId, at, personId });
    const version = await touchCompany(q, deskId, keptId);
    const done = { kind: 'done', companyId: keptId, version } as const;
    await keep(context, q, request, done, 'companies-merged', `${goneId} -> ${keptId}`);
    return done;
  });

/** Undoes the merge of `goneId`: what moved with it comes back, what came to the other company since stays there. */
export const unmergeCompany = (
  context: Context,
  request: MergeRequest & { readonly goneId: CompanyId },
): Promise<MergeOutcome> =>
  context.db.inDesk(request.deskId, async (q) => {
    const { deskId, goneId, personId } = request;
    const merge = await mergeOf(q, deskId, goneId);
    const [gone, kept] =
      merge === null
        ? [await lockCompany(q, deskId, goneId), null]
        : await lockBoth(q, deskId, goneId, merge.keptId);
    if (gone === null) return { kind: 'not-found' };
    const refusal = judgeUnmerge(gone, kept);
    if (refusal !== null) return { kind: 'refused', refusal };
    if (merge === null || kept === null) return { kind: 'refused', refusal: refuseCompany('not-merged') };
    const at = context.now();
    await partAgain(q, { deskId, mergeId: merge.mergeId, from: kept.companyId, to: goneId, at, personId });
    await touchCompany(q, deskId, kept.companyId);
    const done = { kind: 'done', companyId: goneId, version: gone.version + 1 } as const;
    await keep(context, q, request, done, 'companies-parted', `${kept.companyId} -> ${goneId}`);
    return done;
  });
