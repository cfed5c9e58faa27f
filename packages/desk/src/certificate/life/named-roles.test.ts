import { describe, expect, it } from 'vitest';
import type { CertificateId, CompanyId, MessageId, PersonId, RegulationVersionId } from '../../ids.ts';
import { moscow, shipped } from '../../test/shipped-regulations.ts';
import { decideCertificate } from './decide-certificate.ts';
import { describeCertificateEvent } from './describe-certificate-event.ts';
import { factsOf } from './draft.ts';
import type { CertificateWorld } from './facts.ts';
import { namedRolesOf, namesVisits } from './named-roles.ts';
import { certificateOf } from './preview.ts';

const anna = 'person-anna' as PersonId;
const boris = 'person-boris' as PersonId;
const world = (id: string): CertificateWorld => ({
  now: moscow('2025-02-07 10:00'),
  regulation: shipped(id).regulation,
  isWorkingDay: () => true,
});

interface Asked {
  readonly people?: Readonly<Record<string, PersonId>>;
  readonly visitsPerTicket?: number;
}

const contract = (desk: string, packageId: string, { people = {}, visitsPerTicket }: Asked) =>
  certificateOf(
    factsOf(
      {
        number: 'C-1',
        packageId,
        products: null,
        installationType: null,
        quantity: 5,
        term: { count: 12, unit: 'months' },
        namedStart: null,
        dates: {},
        figures: {},
        bought: [],
        people,
        visitsPerTicket: visitsPerTicket ?? null,
      },
      {
        certificateId: 'c-1' as CertificateId,
        companyId: 'company-1' as CompanyId,
        regulationVersionId: 'version-1' as RegulationVersionId,
        renews: null,
      },
      world(desk).regulation.zone,
    ),
    null,
    world(desk),
  );

const refusalOf = (decided: ReturnType<typeof contract>) => (decided.ok ? null : decided.refusal);

describe('whom a certificate may name', () => {
  it.each([
    ['alteroffice', 'maximum', ['manager']],
    ['alteroffice', 'extended', []],
    ['centaur', 'extended', ['specialist']],
    ['centaur', 'basic', []],
    ['flat', '24x7-plus', ['p1-engineer']],
    ['flat', '24x7-onsite', ['p1-engineer']],
    ['flat', '24x7', []],
    ['optima', 'basic', []],
  ])('%s, %s: %j', (desk, packageId, roles) => {
    expect(namedRolesOf(shipped(desk).regulation, packageId).map(({ id }) => id)).toEqual(roles);
  });

  it('AO-4.1-manager: no other level has a manager', () => {
    expect(refusalOf(contract('alteroffice', 'maximum', { people: { manager: anna } }))).toBeNull();
    expect(refusalOf(contract('alteroffice', 'extended', { people: { manager: anna } }))).toMatchObject({
      code: 'role-not-in-package',
      clause: 'AO-4.1-manager',
    });
    expect(refusalOf(contract('alteroffice', 'maximum', { people: { driver: anna } }))?.code).toBe(
      'unknown-role',
    );
  });
});

describe('how many visits a ticket has', () => {
  it('CN-VISIT: the contract says so where the package has visits', () => {
    expect(namesVisits(shipped('centaur').regulation, 'extended')).toBe(true);
    expect(namesVisits(shipped('flat').regulation, '24x7-onsite')).toBe(false);
    expect(namesVisits(shipped('optima').regulation, 'basic')).toBe(false);
    expect(refusalOf(contract('centaur', 'extended', { visitsPerTicket: 2 }))).toBeNull();
    expect(refusalOf(contract('flat', '24x7-onsite', { visitsPerTicket: 2 }))?.code).toBe('visits-not-named');
  });
});

describe('a certificate that was brought over without its term', () => {
  it('takes a person and keeps its dates', () => {
    const issued = contract('centaur', 'extended', {});
    if (!issued.ok) throw new Error(issued.refusal.code);
    const startsAt = moscow('2024-07-09 00:00');
    const endsAt = moscow('2025-07-10 00:00');
    const brought = { ...issued.value, term: null, startsAt, endsAt };
    const correct = (changes: object) =>
      decideCertificate(
        { type: 'Correct', changes, reasonId: 'm-1' as MessageId },
        brought,
        world('centaur'),
      );
    const decided = correct({ people: { specialist: anna }, visitsPerTicket: 2 });
    const dates = { startsAt, endsAt };
    expect(decided).toMatchObject({ ok: true, value: [{ dates, datesBefore: dates }] });
    expect(correct({ people: { manager: anna } })).toMatchObject({ refusal: { code: 'unknown-role' } });
    expect(correct({ quantity: 3 })).toMatchObject({ ok: true, value: [{ dates, datesBefore: dates }] });
    expect(correct({ namedStart: startsAt })).toMatchObject({ refusal: { code: 'term-needed' } });
  });
});

describe('somebody else in a role', () => {
  const corrected = () => {
    const issued = contract('centaur', 'extended', { people: { specialist: anna } });
    if (!issued.ok) throw new Error(issued.refusal.code);
    const decided = decideCertificate(
      { type: 'Correct', changes: { people: { specialist: boris } }, reasonId: 'm-1' as MessageId },
      issued.value,
      world('centaur'),
    );
    if (!decided.ok || decided.value[0] === undefined) throw new Error('nobody was named');
    return decided.value[0];
  };
  const { regulation } = world('centaur');
  const names = new Map<string, string>([
    [anna, 'Анна'],
    [boris, 'Борис'],
  ]);

  it('staff read who it was and who it is', () => {
    const { says } = describeCertificateEvent(corrected(), {
      regulation,
      number: () => '—',
      person: (id) => names.get(id) ?? '—',
    });
    expect(says.ru).toBe(
      'Исправлен: закреплённые люди Персональный специалист: Анна → Персональный специалист: Борис',
    );
  });

  it('the customer reads that they changed, without names or ids', () => {
    const { says } = describeCertificateEvent(corrected(), { regulation, number: () => '—' });
    expect(says).toEqual({ ru: 'Исправлен: закреплённые люди', en: 'Corrected: named people' });
  });
});
