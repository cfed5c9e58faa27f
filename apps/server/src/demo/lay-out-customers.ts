import type { CompanyId, ContactId, DeskId } from '@reglament/desk';
import { addDays, instant, type Instant, localDateOf, toInstant } from '@reglament/working-time';
import { insertContact } from '../store/contacts.ts';
import { insertCompanyRecord, replaceStandings } from '../store/companies.ts';
import type { Queries } from '../store/database.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { commandCertificate } from '../use-cases/command-certificate.ts';
import type { Context } from '../use-cases/context.ts';
import { demoTerm } from './demo-term.ts';
import { demoRecords } from './stories/records.ts';
import type { DemoCompany } from './story.ts';

const NOON_MS = 12 * 3_600_000;

/** As it was when the wish to renew was declared, or as it is now. */
const bring = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  { fromDay, months, declaredDay, quantity, ...named }: DemoCompany['certificates'][number],
  end: Instant,
): Promise<void> => {
  const { regulation } = await context.regulations.inForce(deskId, end);
  const today = localDateOf(regulation.zone, end);
  const at =
    declaredDay === undefined
      ? end
      : instant(toInstant(regulation.zone, addDays(today, declaredDay), 0) + NOON_MS);
  const then: Context = { ...context, now: () => at };
  const certificateId = await bringCertificate(then, q, deskId, {
    ...named,
    companyId,
    quantity: quantity ?? null,
    ...demoTerm(regulation.zone, today, { fromDay, ...(months === undefined ? {} : { months }) }),
  });
  if (declaredDay === undefined) return;
  const command = { type: 'DeclareIntent', at } as const;
  const input = { deskId, certificateId, command, actorId: null, seenVersion: null };
  const outcome = await commandCertificate(then, q, input);
  if (outcome.kind !== 'done') throw new Error(`${named.number} of the demo: ${outcome.kind}`);
};

/** A standing that a changed regulation does not know any more is left out. */
const stand = async (
  context: Context,
  q: Queries,
  deskId: DeskId,
  companyId: CompanyId,
  { role, fromDay, shownAs }: NonNullable<DemoCompany['standing']>,
  end: Instant,
): Promise<void> => {
  const { regulation } = await context.regulations.inForce(deskId, end);
  if (regulation.companyRoles.every(({ id }) => id !== role)) return;
  const from = addDays(localDateOf(regulation.zone, end), fromDay);
  await replaceStandings(q, deskId, companyId, [
    { standingId: context.newId(), role, from, until: null, shownAs },
  ]);
};

/** Companies with their certificates and people; returns their ids by name. */
export const layOutCustomers = (
  context: Context,
  deskId: DeskId,
  companies: readonly DemoCompany[],
  end: Instant,
): Promise<ReadonlyMap<string, CompanyId>> =>
  context.db.inDesk(deskId, async (q) => {
    const ids = new Map<string, CompanyId>();
    for (const company of companies) {
      const companyId = context.newId() as CompanyId;
      ids.set(company.name, companyId);
      const unknown = { inn: null, kpp: null, ogrn: null, zone: null, district: null, city: '' };
      const { name, district, city } = company;
      await insertCompanyRecord(q, deskId, companyId, {
        ...unknown,
        ...demoRecords[name],
        name,
        ...(district === undefined ? {} : { district }),
        ...(city === undefined ? {} : { city }),
      });
      if (company.standing !== undefined) await stand(context, q, deskId, companyId, company.standing, end);
      for (const person of company.people)
        await insertContact(q, { deskId, contactId: context.newId() as ContactId, companyId, ...person });
      for (const certificate of company.certificates)
        await bring(context, q, deskId, companyId, certificate, end);
    }
    return ids;
  });
