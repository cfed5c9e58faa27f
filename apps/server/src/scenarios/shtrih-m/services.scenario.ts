import { expect } from 'vitest';
import { openSupportBrowser } from '../../testing/support-browser.ts';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('shtrih-m');

const asked = async (desk: Stage, packageId: string): Promise<StageTicket> => {
  desk.at('2025-02-04 11:00');
  return (await desk.customer(packageId)).writes('Научите кассиров');
};

/** Each exclusion of a kind is cited in one step; another kind's is not offered and refused. */
const excludedUnder = async (
  desk: Stage,
  packageId: string,
  clause: string,
  ids: readonly string[],
): Promise<void> => {
  const { exclusions } = await desk.regulation();
  expect(exclusions.filter((one) => one.clause === clause).map(({ id }) => id)).toEqual(ids);
  for (const id of ids) {
    const ticket = await asked(desk, packageId);
    await ticket.exclude(id);
    expect(await ticket.seen()).toMatchObject({
      state: 'resolved',
      outcome: { kind: 'declined', ground: { kind: 'exclusion', id }, clause },
    });
    expect(await ticket.clock('review')).toMatchObject({ status: 'stopped', outcome: 'met' });
    const { text } = await ticket.lastLetter();
    expect(text).toContain(`Правило ${clause}`);
    const instead = exclusions.find((one) => one.id === id)?.instead?.ru;
    if (instead !== undefined) expect(text).toContain(instead);
  }
  const ticket = await asked(desk, packageId);
  for (const { id, clause: other } of exclusions.filter((one) => one.clause !== clause))
    await expect(ticket.exclude(id)).rejects.toMatchObject({
      code: 'exclusion-of-other-package',
      clause: other,
    });
};

scenario(['SH-F-OUT'], 'free: six exclusions, each cited in one step', (desk) =>
  excludedUnder(desk, 'free', 'SH-F-OUT', [
    'free-training',
    'free-instructions',
    'free-setup-for-tasks',
    'free-remote',
    'free-updating',
    'free-visit',
  ]),
);

scenario(['SH-P-OUT'], 'paid: four exclusions, each cited in one step', (desk) =>
  excludedUnder(desk, 'paid', 'SH-P-OUT', [
    'paid-training',
    'paid-setup-for-tasks',
    'paid-updating',
    'paid-visit',
  ]),
);

scenario(
  ['SH-C-OUT'],
  'partners: the visit alone is excluded; training, setup, updating and remote help are given',
  async (desk) => {
    await excludedUnder(desk, 'partner', 'SH-C-OUT', ['partner-visit']);
    const ticket = await asked(desk, 'partner');
    for (const service of ['training', 'setup-for-tasks', 'updating', 'remote'])
      await expect(ticket.declineService(service)).rejects.toMatchObject({ code: 'service-included' });
    await ticket.resolve('Провели обучение.');
    expect(await ticket.state()).toBe('resolved');
  },
);

scenario(
  ['SH-F-IN', 'SH-P-IN'],
  'help to keep working is for all kinds; remote connection is for paid, when support decides so',
  async (desk) => {
    for (const packageId of ['free', 'paid', 'partner']) {
      const ticket = await asked(desk, packageId);
      await expect(ticket.declineService('keep-working')).rejects.toMatchObject({
        code: 'service-included',
        clause: 'SH-F-IN',
      });
      await ticket.resolve('Перезапустите службу.');
      expect(await ticket.state()).toBe('resolved');
    }
    const { works } = await desk.regulation();
    expect(works.remoteSession).toMatchObject({
      decidedBy: 'staff',
      tools: ['TeamViewer 11'],
      clause: 'SH-P-IN',
    });
    const paid = await asked(desk, 'paid');
    await paid.declineService('remote');
    expect((await paid.seen()).outcome).toMatchObject({ kind: 'declined', clause: 'SH-P-IN' });
  },
);

scenario(
  ['SH-P-REF'],
  'what is refused in usage, training and setup is offered at the certified partners, by its clause, with the list of them',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const partner = await desk.customer('partner');
    await partner.stands('certified-partner', '2025-01-01', '2025-12-31', '8 800 555-35-35');
    const quiet = await desk.customer('partner');
    await quiet.stands('certified-partner', '2025-01-01', '2025-12-31');
    for (const [packageId, id] of [
      ['free', 'free-training'],
      ['free', 'free-instructions'],
      ['free', 'free-setup-for-tasks'],
      ['paid', 'paid-training'],
      ['paid', 'paid-setup-for-tasks'],
    ] as const) {
      const ticket = await asked(desk, packageId);
      await ticket.exclude(id);
      const { text } = await ticket.lastLetter();
      expect(text).toContain('Правило SH-P-REF');
      expect(text).toMatch(/партн[её]р/);
      expect(text).toContain('https://desk.example/c/shtrih-m/partners');
      expect(await ticket.openPage()).toContain('href="/c/shtrih-m/partners"');
    }
    for (const [packageId, service] of [
      ['free', 'training'],
      ['free', 'instructions'],
      ['free', 'setup-for-tasks'],
      ['paid', 'training'],
      ['paid', 'setup-for-tasks'],
    ] as const) {
      const ticket = await asked(desk, packageId);
      await ticket.declineService(service);
      expect((await ticket.lastLetter()).text).toContain('https://desk.example/c/shtrih-m/partners');
    }
    const visit = await asked(desk, 'free');
    await visit.exclude('free-visit');
    expect((await visit.lastLetter()).text).not.toContain('/partners');
    expect(await visit.openPage()).not.toContain('/partners');
    const pages = await openSupportBrowser(desk.still);
    const directory = await pages.page('/c/shtrih-m/partners');
    expect(directory).toContain(partner.company?.name);
    expect(directory).toContain('href="tel:88005553535"');
    expect(directory).not.toContain(`<strong>${quiet.company?.name ?? ''}</strong>`);
    await pages.close();
  },
);

scenario(
  ['SH-ACCESS'],
  'the kind is shown with its reason; of several the one that is due first serves and is named',
  async (desk) => {
    const reasons = { free: 'SH-F-TERM', paid: 'SH-P-PAY', partner: 'SH-ACCESS' } as const;
    for (const [packageId, clause] of Object.entries(reasons)) {
      const ticket = await asked(desk, packageId);
      expect((await desk.browser.ticket(ticket.number)).ticket).toMatchObject({
        package: { id: packageId },
        coverage: { kind: 'covered', clause },
      });
      expect((await ticket.lastLetter()).text).toContain(`Правило ${clause}`);
    }
    desk.at('2025-02-07 18:00');
    const olga = await desk.customer('free');
    await olga.holds('paid', '2025-01-01 00:00', '2026-01-01 00:00');
    const paid = await olga.writes('Не печатает чек');
    expect((await paid.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'paid' });
    expect(await paid.due('review')).toBe('2025-02-11 16:00');
    await olga.holds('partner', '2025-01-01 00:00', '2026-01-01 00:00');
    const partner = await olga.writes('Не печатает чек');
    expect((await partner.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'partner' });
    expect(await partner.due('review')).toBe('2025-02-10 17:00');
    expect((await partner.lastLetter()).text).toContain('Пакет поддержки: Сертифицированный партнёр');
    // One that is over, or not begun, does not take part.
    const anna = await desk.customer('free');
    await anna.holds('partner', '2024-01-01 00:00', '2025-02-01 00:00');
    await anna.holds('paid', '2025-03-01 00:00', '2026-03-01 00:00');
    expect((await (await anna.writes('Не печатает')).seen()).coverage).toMatchObject({ packageId: 'free' });
  },
);

scenario(
  ['SH-CONTACT'],
  'a request over another channel is answered with portal, phone and mail as the rules publish them',
  async (desk) => {
    const { addresses } = await desk.regulation();
    expect(addresses.map(({ channel, clause }) => [channel, clause])).toEqual([
      ['portal', 'SH-CONTACT'],
      ['phone', 'SH-CONTACT'],
      ['email', 'SH-CONTACT'],
    ]);
    desk.at('2025-02-04 11:00');
    const ticket = await (await desk.customer('paid')).calls({ channel: 'messenger' });
    const { text } = await ticket.lastLetter();
    for (const { value } of addresses) expect(text).toContain(value);
  },
);
