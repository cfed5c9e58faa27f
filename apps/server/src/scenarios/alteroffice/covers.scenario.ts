import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { installs, licenses } from '../stage-installation.ts';

const scenario = scenariosAt('alteroffice');
const bought = { dates: { purchase: '2025-02-03' } };

/** What the engineer reads of one rule beside the ticket. */
const ruleOf = (
  page: {
    readonly entitlement: { readonly certificates: readonly { readonly rules: readonly Rule[] }[] } | null;
  },
  clause: string,
): readonly string[] =>
  (page.entitlement?.certificates[0]?.rules ?? [])
    .filter((one) => one.clause === clause)
    .map(({ outcome, says }) => `${outcome}: ${says.en}`);
interface Rule {
  readonly outcome: string;
  readonly clause: string;
  readonly says: { readonly en: string };
}

scenario(
  ['AO-1.3', 'AO-3.3'],
  'a certificate serves its own products alone: a request about another is kept without clocks, with the rule and what was bought',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    await olga.buys('extended', { ...bought, products: ['AText', 'ACell'] });
    const own = await olga.calls({ fields: { product: 'ACell' } });
    expect((await own.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'extended' });
    const other = await olga.writes('Продукт: AGraph\nНе открывается');
    expect(await other.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'product', clause: 'AO-3.3' },
      clocks: [],
    });
    const { text } = await other.lastLetter();
    expect(text).toContain('Правило AO-3.3');
    expect(await other.openPage()).toContain('AText, ACell');
    // A request that names none is not held against anybody.
    expect((await (await olga.writes('Не открывается')).seen()).coverage).toMatchObject({ kind: 'covered' });
  },
);

scenario(
  ['AO-1.3', 'AO-3.3'],
  'a certificate serves its own installation type alone, as the installations on record say',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    for (const [type, kind] of [
      ['workstation', 'covered'],
      ['server', 'not-entitled'],
    ] as const) {
      const olga = await desk.customer(null);
      const certificate = await olga.buys('extended', {
        ...bought,
        installationType: 'workstation',
        quantity: 3,
      });
      await installs(desk, olga, 'AText', { type, certificateId: null });
      const ticket = await olga.calls({ fields: { product: 'AText' } });
      const { coverage } = await ticket.seen();
      expect(coverage.kind).toBe(kind);
      if (kind === 'covered') continue;
      expect(coverage).toMatchObject({ reason: 'installation-type', clause: 'AO-3.3' });
      expect(ruleOf(await desk.browser.ticket(ticket.number), 'AO-3.3')).toEqual([
        'fails: Type of installation of the certificate: Workstation; of the request: Server',
      ]);
      expect((await certificate.page()).certificate).toMatchObject({
        installationType: { id: 'workstation' },
        quantity: 3,
        term: { count: 12, unit: 'months' },
        dates: [{ event: 'purchase' }],
      });
    }
  },
);

scenario(
  ['AO-3.3'],
  'the certificate names what was paid and for how many; more instances are served all the same, and the lead reads both numbers: on the ticket, in the list, in the report',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', {
      ...bought,
      quantity: 2,
      payment: 'ПП 118 от 03.02.2025',
    });
    const { certificateId, payment, quantity } = (await certificate.page()).certificate;
    expect({ payment, quantity }).toEqual({ payment: 'ПП 118 от 03.02.2025', quantity: 2 });
    const listed = async () =>
      (await desk.browser.certificates({ view: 'over-quantity' })).filter(
        (one) => one.number === certificate.number,
      );
    for (const _ of [1, 2]) await installs(desk, olga, 'AText');
    const within = await olga.calls({ fields: { product: 'AText' } });
    expect(ruleOf(await desk.browser.ticket(within.number), 'AO-3.3')).toEqual([
      'holds: Within the quantity bought: 2 of 2',
    ]);
    expect(await listed()).toEqual([]);
    await installs(desk, olga, 'ACell');
    const over = await olga.calls({ fields: { product: 'AText' } });
    expect((await over.seen()).coverage).toMatchObject({ kind: 'covered' });
    expect(ruleOf(await desk.browser.ticket(over.number), 'AO-3.3')).toEqual([
      'flagged: More is in use than was bought, it is served all the same: 3 of 2',
    ]);
    expect(await listed()).toMatchObject([{ certificateId, quantity: 2, inUse: 3 }]);
    expect((await desk.browser.compliance(certificateId)).findings).toMatchObject([
      { says: { en: '3 are in use, 2 were bought' }, clause: 'AO-3.3' },
    ]);
  },
);

scenario(
  ['AO-3.4'],
  'only products under a licence agreement in force: after its last day a request is kept without clocks, and it is said why',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', { ...bought, products: ['AText', 'ACell'] });
    const { certificateId } = (await certificate.page()).certificate;
    const ask = async (product: string) => (await olga.calls({ fields: { product } })).seen();
    expect((await ask('AText')).coverage).toMatchObject({ kind: 'covered' });
    await licenses(desk, olga, { products: ['AText'], from: '2024-03-01', until: '2025-02-28' });
    await licenses(desk, olga, { products: ['ACell'], from: '2024-03-01', until: null });
    desk.at('2025-02-28 19:00');
    expect((await ask('AText')).coverage).toMatchObject({ kind: 'covered' });
    desk.at('2025-03-03 10:00');
    const late = await olga.writes('Продукт: AText\nНе открывается');
    expect(await late.seen()).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'licence-agreement', clause: 'AO-3.4' },
      clocks: [],
    });
    expect((await late.lastLetter()).text).toContain('Правило AO-3.4');
    expect(await late.openPage()).toContain('Лицензионный договор на продукт не действует');
    expect((await ask('ACell')).coverage).toMatchObject({ kind: 'covered' });
    expect(await desk.browser.compliance(certificateId)).toMatchObject({
      findings: [{ says: { en: expect.stringContaining('for AText lapsed') as string }, clause: 'AO-3.4' }],
      licences: [
        { from: '2024-03-01', until: null, state: 'in-force' },
        { from: '2024-03-01', until: '2025-02-28', state: 'lapsed' },
      ],
    });
    expect((await desk.browser.lapsedLicences()).map(({ company }) => company.companyId)).toContain(
      olga.company?.companyId,
    );
    await licenses(desk, olga, { products: null, from: '2025-03-01', until: null });
    expect((await ask('AText')).coverage).toMatchObject({ kind: 'covered' });
  },
);

scenario(
  ['AO-3.5'],
  'the report tells who is over quantity, what is of a foreign product or type, which licences lapsed; a check is opened and its finding recorded',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const certificate = await olga.buys('extended', {
      ...bought,
      products: ['AText'],
      installationType: 'workstation',
      quantity: 1,
    });
    const { certificateId } = (await certificate.page()).certificate;
    await installs(desk, olga, 'AText', { type: 'workstation' });
    const lapse = await licenses(desk, olga, { products: ['AText'], from: '2024-03-01', until: null });
    expect(await desk.browser.compliance(certificateId)).toMatchObject({
      findings: [],
      isForeseen: true,
      checkOpenedAt: null,
    });
    await installs(desk, olga, 'AMail', {
      type: 'server',
      key: 'M-1',
      certificateId: certificateId as never,
    });
    await lapse('2025-02-02');
    const { findings } = await desk.browser.compliance(certificateId);
    expect(findings.map(({ clause, says }) => `${clause} ${says.en}`)).toEqual([
      'AO-3.3 2 are in use, 1 were bought',
      'AO-3.3 Installation AMail, M-1: the certificate is for AText',
      'AO-3.3 Installation AMail, M-1: its type is “Server”, the certificate is for “Workstation”',
      expect.stringMatching(/^AO-3\.4 Licence agreement .+ for AText lapsed on .+, none is in force$/u),
    ]);
    const reasonId = desk.still.context.newId() as never;
    await certificate.command({ type: 'OpenCheck', reasonId });
    expect((await desk.browser.compliance(certificateId)).checkOpenedAt).toBe('2025-02-03T07:00:00.000Z');
    expect((await certificate.page()).allowed).toContain('record-check');
    desk.at('2025-02-10 12:00');
    await certificate.command({ type: 'RecordCheck', outcome: 'breach', reasonId });
    const { history } = await certificate.page();
    expect(history.slice(0, 2)).toMatchObject([
      { says: { ru: 'Проверка: условия нарушены' }, clause: 'AO-3.5', at: '2025-02-10T09:00:00.000Z' },
      { says: { ru: 'Начата проверка соблюдения условий' }, clause: 'AO-3.5' },
    ]);
    expect((await desk.browser.compliance(certificateId)).checkOpenedAt).toBeNull();
  },
);
