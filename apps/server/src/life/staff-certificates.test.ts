import type { CertificateCommandBody } from '@reglament/contract';
import type { CertificateDraft, CertificateId, CompanyId, PersonId } from '@reglament/desk';
import type { LocalDate } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { certificatePageRow, certificatesPage } from '../store/queries/certificates.ts';
import { moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff } from '../testing/test-desk.ts';
import { issueCertificateByStaff } from '../use-cases/issue-certificate-by-staff.ts';
import { staffCertificateCommand } from '../use-cases/staff-certificate-command.ts';

// What the people of a desk do with certificates, on a real database with a clock that the test moves.

let desk: StillDesk;
let personId: PersonId;
let made = 0;

const on = (date: string): LocalDate => date as LocalDate;
const idempotency = () => ({ key: newId(), requestHash: 'x' });

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  ({ personId } = await addStaff(desk.opened, 'flat', 'lead', 'lead@staff.example'));
});
afterAll(() => desk?.stop());

const company = async (slug: string): Promise<CompanyId> => {
  made += 1;
  const { companyId } = await addCustomer(desk.opened, slug, {
    company: `ООО «Покупатель ${made}»`,
    email: `buyer-${made}@customer.example`,
    name: 'Пётр',
    packageId: null,
  });
  return companyId;
};

const draft = (changes: Partial<CertificateDraft>): CertificateDraft => {
  made += 1;
  return {
    number: `S-${made}`,
    packageId: '8x5',
    products: null,
    installationType: null,
    quantity: 5,
    term: { count: 12, unit: 'months' },
    namedStart: null,
    dates: {},
    figures: {},
    bought: [],
    visitsPerTicket: null,
    ...changes,
  };
};

const issue = async (slug: string, companyId: CompanyId, changes: Partial<CertificateDraft>) =>
  issueCertificateByStaff(desk.context, {
    deskId: desk.desk(slug),
    companyId,
    personId,
    draft: draft(changes),
    idempotency: idempotency(),
  });

const issued = async (slug: string, changes: Partial<CertificateDraft>): Promise<CertificateId> => {
  const outcome = await issue(slug, await company(slug), changes);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.answer.certificateId;
};

const page = async (slug: string, certificateId: CertificateId) => {
  const deskId = desk.desk(slug);
  const found = await desk.context.db.inDesk(deskId, (q) => certificatePageRow(q, deskId, certificateId));
  if (found === null) throw new Error('no such certificate');
  return found;
};

const command = async (
  slug: string,
  certificateId: CertificateId,
  body: CertificateCommandBody,
  seen?: number,
) =>
  staffCertificateCommand(desk.context, {
    deskId: desk.desk(slug),
    certificateId,
    personId,
    body,
    seenVersion: seen ?? (await page(slug, certificateId)).row.version,
    idempotency: idempotency(),
  });

const renewal = (changes: Partial<Extract<CertificateCommandBody, { command: 'renew' }>>) => {
  made += 1;
  return {
    command: 'renew',
    number: `R-${made}`,
    term: { count: 12, unit: 'months' },
    quantity: 5,
    activated: 5,
    boughtOn: on('2025-02-03'),
    channel: 'portal',
    act: null,
    upgradeBoughtOn: null,
    upgradeInstalledOn: null,
    ...changes,
  } as const satisfies CertificateCommandBody;
};

/** Sold, commissioned on 10 March 2024 and over at the end of 10 March 2025. */
const flatOfLastYear = { dates: { sale: on('2024-03-01'), commissioning: on('2024-03-10') } };

describe('issuing', () => {
  it('FL-ACT: begins by the offer, and the same number is no second certificate', async () => {
    desk.at('2025-02-03 10:00');
    const companyId = await company('flat');
    const first = await issue('flat', companyId, { ...flatOfLastYear, number: 'FLAT-1' });
    expect(first.kind).toBe('done');
    if (first.kind !== 'done') return;
    const { row } = await page('flat', first.answer.certificateId);
    expect(row.certificate).toMatchObject({
      startsAt: moscow('2024-03-10 00:00'),
      endsAt: moscow('2025-03-11 00:00'),
      startCause: 'commissioning',
    });
    expect(await issue('flat', companyId, { ...flatOfLastYear, number: ' FLAT-1 ' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'number-taken' },
    });
    // Revoked, it leaves its number to another one, and to one only.
    await command('flat', first.answer.certificateId, { command: 'revoke', reason: 'Не та компания' });
    expect(await issue('flat', companyId, { ...flatOfLastYear, number: 'FLAT-1' })).toMatchObject({
      kind: 'done',
    });
    expect(await issue('flat', companyId, { ...flatOfLastYear, number: 'FLAT-1' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'number-taken' },
    });
  });

  it('of a company that the desk has not, or of a term that is not on sale, keeps nothing', async () => {
    expect(await issue('flat', newId() as CompanyId, flatOfLastYear)).toEqual({ kind: 'unknown-company' });
    expect(
      await issue('flat', await company('flat'), { ...flatOfLastYear, term: { count: 13, unit: 'months' } }),
    ).toMatchObject({ kind: 'refused', refusal: { code: 'term-not-sold', clause: 'FL-BUY' } });
  });

  it('SH-P-ACT1: an act proves one certificate', async () => {
    const paid = {
      packageId: 'paid',
      quantity: null,
      dates: { 'number-given': on('2025-02-03') },
      number: '№ 17/А',
    };
    await issued('shtrih-m', paid);
    expect(await issue('shtrih-m', await company('shtrih-m'), { ...paid, number: '17/ а' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'act-used', clause: 'SH-P-ACT1', details: { by: '№ 17/А' } },
    });
  });
});

describe('renewing', () => {
  it('FL-BACKDATE: eleven months late, one month of twelve is left; both are written at once', async () => {
    desk.at('2025-02-03 10:00');
    const old = await issued('flat', flatOfLastYear);
    desk.at('2026-02-10 12:00');
    const outcome = await command('flat', old, renewal({ boughtOn: on('2026-02-10') }));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const { certificateId } = outcome.answer;
    expect(certificateId).not.toBe(old);
    expect((await page('flat', certificateId)).row.certificate).toMatchObject({
      startsAt: moscow('2025-03-11 00:00'),
      endsAt: moscow('2026-03-11 00:00'),
      startCause: 'renewal',
      renews: old,
    });
    const renewed = await page('flat', old);
    expect(renewed.row.certificate.renewedBy).toBe(certificateId);
    expect(renewed.numbers.get(certificateId)).toMatch(/^R-/);
    expect(await command('flat', old, renewal({ boughtOn: on('2026-02-10') }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'already-renewed' },
    });
  });

  it('revoked, it leaves the one before as if it had not been renewed: that is renewed again, and both stand in its history', async () => {
    desk.at('2025-02-03 10:00');
    const old = await issued('flat', flatOfLastYear);
    const renew = async () => {
      const outcome = await command('flat', old, renewal({ boughtOn: on('2025-02-03') }));
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      return outcome.answer.certificateId;
    };
    const wrong = await renew();
    expect(await command('flat', wrong, { command: 'revoke', reason: 'Не та компания' })).toMatchObject({
      kind: 'done',
    });
    expect((await page('flat', old)).row.certificate.renewedBy).toBeNull();
    const right = await renew();
    const { row, entries, numbers } = await page('flat', old);
    expect(row.certificate.renewedBy).toBe(right);
    expect(entries.slice(-3).map(({ event }) => event)).toMatchObject([
      { type: 'CertificateRenewed', by: wrong },
      { type: 'CertificateRenewalRevoked', by: wrong },
      { type: 'CertificateRenewed', by: right },
    ]);
    for (const id of [wrong, right]) expect(numbers.get(id)).toMatch(/^R-/u);
    // Revoked after that, the one before stays revoked.
    await command('flat', old, { command: 'revoke', reason: 'x' });
    expect(await command('flat', right, { command: 'revoke', reason: 'x' })).toMatchObject({ kind: 'done' });
    expect((await page('flat', old)).row.certificate.renewedBy).toBe(right);
  });

  it('FL-RENEW, FL-LATE: another quantity is refused, and so is a late return without the upgrade', async () => {
    desk.at('2025-02-03 10:00');
    const old = await issued('flat', flatOfLastYear);
    expect(await command('flat', old, renewal({ quantity: 4 }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'renewal-quantity', clause: 'FL-RENEW', details: { activated: 5, ordered: 4 } },
    });
    desk.at('2026-04-01 12:00');
    expect(await command('flat', old, renewal({ boughtOn: on('2026-04-01') }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'late-return', clause: 'FL-LATE' },
    });
    expect((await page('flat', old)).row.certificate.renewedBy).toBeNull();
  });

  it('a renewal under a taken number leaves the old certificate as it was', async () => {
    desk.at('2025-02-03 10:00');
    const old = await issued('flat', { ...flatOfLastYear, number: 'TAKEN' });
    expect(await command('flat', old, renewal({ number: 'TAKEN' }))).toMatchObject({
      kind: 'refused',
      refusal: { code: 'number-taken' },
    });
    const { row, entries } = await page('flat', old);
    expect(row.certificate.renewedBy).toBeNull();
    expect(entries.map(({ event }) => event.type)).toEqual(['CertificateIssued']);
  });

  it('SH-P-ACT1, SH-P-ACT2: by an act of the vendor, each once, also when two come at the same moment', async () => {
    desk.at('2025-02-03 10:00');
    const act = {
      number: 'АКТ-5',
      givenOn: on('2025-02-03'),
      issuer: 'vendor' as const,
      namesSupport: true,
    };
    const paid = async (number: string) =>
      issued('shtrih-m', {
        packageId: 'paid',
        number,
        quantity: null,
        dates: { 'number-given': on('2025-01-10') },
      });
    const [one, two] = [await paid('А-1'), await paid('А-2')];
    const order = renewal({ quantity: null, activated: null, act });
    expect(await command('shtrih-m', one, { ...order, act: { ...act, issuer: 'partner' } })).toMatchObject({
      refusal: { code: 'act-issuer', clause: 'SH-P-ACT2' },
    });
    const both = await Promise.all([
      command('shtrih-m', one, order),
      command('shtrih-m', two, { ...order, number: 'Р-2' }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(both.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { code: 'act-used' } });
  });
});

describe('dates, corrections and stops', () => {
  it('a correction keeps both figures and the reason, and leaves dates that it does not name', async () => {
    desk.at('2025-02-03 10:00');
    const id = await issued('flat', flatOfLastYear);
    const outcome = await command('flat', id, {
      command: 'correct',
      changes: { quantity: 7, dates: { commissioning: on('2024-03-20') } },
      reason: ' Ошиблись в накладной ',
    });
    expect(outcome.kind).toBe('done');
    const { row, entries } = await page('flat', id);
    expect(row.certificate).toMatchObject({
      quantity: 7,
      dates: { sale: moscow('2024-03-01 00:00'), commissioning: moscow('2024-03-20 00:00') },
      endsAt: moscow('2025-03-21 00:00'),
    });
    expect(entries.at(-1)).toMatchObject({
      reason: 'Ошиблись в накладной',
      event: { type: 'CertificateCorrected', before: { quantity: 5 }, changes: { quantity: 7 } },
    });
  });

  it('FL-LOYAL: the declared wish opens the rest of the loyalty; a stop serves nothing until it is lifted', async () => {
    desk.at('2025-02-03 10:00');
    const id = await issued('flat', flatOfLastYear);
    desk.at('2025-03-20 12:00');
    expect((await command('flat', id, { command: 'declare-intent', on: on('2025-03-20') })).kind).toBe(
      'done',
    );
    expect((await page('flat', id)).row.certificate).toMatchObject({
      loyaltyFrom: moscow('2025-03-20 12:00'),
      loyaltyUntil: moscow('2025-06-11 00:00'),
    });
    expect((await command('flat', id, { command: 'suspend', reason: 'Не оплачен' })).kind).toBe('done');
    expect(await command('flat', id, { command: 'suspend', reason: 'Ещё раз' })).toMatchObject({
      refusal: { code: 'suspended' },
    });
    expect((await command('flat', id, { command: 'resume', reason: 'Оплачен' })).kind).toBe('done');
  });

  it('whoever looked before another person acted is told so; a turn of the calendar disturbs nobody', async () => {
    desk.at('2025-02-03 10:00');
    const id = await issued('flat', flatOfLastYear);
    const seen = (await page('flat', id)).row.version;
    expect((await command('flat', id, { command: 'suspend', reason: 'x' }, seen)).kind).toBe('done');
    expect(await command('flat', id, { command: 'revoke', reason: 'x' }, seen)).toEqual({
      kind: 'stale',
      version: seen + 1,
    });
    expect(await command('flat', id, { command: 'revoke', reason: 'x' }, 99)).toMatchObject({
      kind: 'stale',
    });
  });
});

describe('lists', () => {
  const list = async (asked: Partial<Parameters<typeof certificatesPage>[1]>) => {
    const deskId = desk.desk('alteroffice');
    const rows = await desk.context.db.inDesk(deskId, (q) =>
      certificatesPage(q, {
        deskId,
        list: 'all',
        now: desk.context.now(),
        until: moscow('2099-01-01 00:00'),
        search: '',
        companyId: null,
        after: null,
        limit: 100,
        ...asked,
      }),
    );
    return rows.map(({ certificate }) => certificate.number);
  };

  it('say what is money: expiring, not begun, ended; found by number and by company, page by page', async () => {
    desk.at('2024-06-01 10:00');
    const basic = (number: string, purchase: string) =>
      issued('alteroffice', { packageId: 'basic', number, dates: { purchase: on(purchase) } });
    await basic('old', '2023-01-01');
    await basic('soon', '2023-05-20');
    await basic('later', '2023-07-20');
    await basic('new', '2024-05-25');
    const month = { list: 'expiring', until: moscow('2024-07-01 00:00') } as const;
    expect(await list(month)).toEqual(['soon']);
    expect(await list({ ...month, until: moscow('2024-09-01 00:00') })).toEqual(['soon', 'later']);
    expect(await list({ list: 'not-begun' })).toEqual(['new']);
    expect(await list({ list: 'ended' })).toEqual(['old']);
    expect(await list({})).toEqual(['new', 'later', 'soon', 'old']);
    expect(await list({ search: 'SO' })).toEqual(['soon']);
    expect(await list({ search: '%' })).toEqual([]);
    expect(await list({ search: 'покупатель' })).toHaveLength(4);
    const deskId = desk.desk('alteroffice');
    const [first] = await desk.context.db.inDesk(deskId, (q) =>
      certificatesPage(q, {
        deskId,
        list: 'all',
        now: desk.context.now(),
        until: moscow('2099-01-01 00:00'),
        search: '',
        companyId: null,
        after: null,
        limit: 1,
      }),
    );
    if (first === undefined) throw new Error('the list is empty');
    const after = { at: first.place, certificateId: first.certificate.certificateId };
    expect(await list({ after })).toEqual(['later', 'soon', 'old']);
    expect(await list({ companyId: first.certificate.companyId })).toEqual(['new']);
  });
});

it('nothing of all this was a surprise to the desk', () => {
  expect(desk.errors).toEqual([]);
});
