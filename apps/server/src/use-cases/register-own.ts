import type { CompanyId, DeskId } from '@reglament/desk';
import type { Queries } from '../store/database.ts';
import { insertResponse } from '../store/idempotency.ts';
import { keptResponse } from '../store/queries/idempotency.ts';
import type { TypedRegistration } from '../store/queries/page-request.ts';
import type { PageContact } from '../store/queries/support-page.ts';
import type { Context } from './context.ts';
import { onceMore } from './once-more.ts';
import type { FormKey, OwnWay } from './page-task.ts';
import { type PlacedRegistration, placeRegistration } from './place-registration.ts';
import { visibleCompanies } from './visible-companies.ts';

export interface RegisterOwn extends Pick<TypedRegistration, 'what' | 'number'> {
  readonly deskId: DeskId;
  readonly contact: PageContact;
  /** Of several companies; null, or none of the contact's own: the first. */
  readonly companyId: CompanyId | null;
  /** Pressed twice it is one registration. */
  readonly idempotency: FormKey;
  readonly via: OwnWay;
}

const place = async (
  context: Context,
  q: Queries,
  input: RegisterOwn,
): Promise<PlacedRegistration | null> => {
  const { deskId, contact, what, number, idempotency, via } = input;
  const at = context.now();
  const { regulation } = await context.regulations.inForce(deskId, at);
  const companies = visibleCompanies(contact, regulation);
  const company = companies.find(({ companyId }) => companyId === input.companyId) ?? companies[0];
  if (company === undefined) return null;
  const kept = await keptResponse(q, deskId, idempotency.key);
  if (kept?.requestHash === idempotency.requestHash) return kept.response as PlacedRegistration;
  const { companyId, name, inn, kpp } = company;
  const placed = await placeRegistration(context, q, {
    deskId,
    contact,
    companyId,
    via,
    typed: {
      what,
      number,
      company: name,
      inn: inn ?? '',
      kpp: kpp ?? '',
      name: contact.name,
      phone: contact.phone,
    },
  });
  await insertResponse(q, { deskId, ...idempotency, response: placed, at });
  return placed;
};

/** One more certificate or key, by somebody whose company is known already; null: no company lets it. */
export const registerOwn = async (
  context: Context,
  input: RegisterOwn,
): Promise<PlacedRegistration | null> => {
  const placed = await onceMore(() => context.db.inDesk(input.deskId, (q) => place(context, q, input)));
  if (placed?.kind === 'kept') context.hint({ deskId: input.deskId, kind: 'ticket', number: placed.number });
  return placed;
};
