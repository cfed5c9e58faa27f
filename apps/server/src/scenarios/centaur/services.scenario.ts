import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('centaur');

const asked = async (desk: Stage, packageId: string): Promise<StageTicket> => {
  desk.at('2025-02-07 10:00');
  return (await desk.customer(packageId)).writes('Настройте нам телефоны');
};

/** What staff see beside the ticket: each service of its package with its clause. */
const levelOf = async (desk: Stage, ticket: StageTicket, clause: string): Promise<string | undefined> =>
  (await desk.browser.ticket(ticket.number)).services.find((s) => s.clause === clause)?.level;

/** Declined in one step; the letter cites the clause and the customer may object. */
const refused = async (ticket: StageTicket, service: string, clause: string): Promise<void> => {
  await ticket.declineService(service);
  expect(await ticket.seen()).toMatchObject({
    state: 'resolved',
    outcome: { kind: 'declined', ground: { kind: 'service', id: service }, clause },
  });
  expect((await ticket.lastLetter()).text).toContain(`Правило ${clause}`);
};

scenario(
  ['CN-S2', 'CN-S3', 'CN-S4', 'CN-S5'],
  'what both packages have is never declined: the refusal to decline cites the clause',
  async (desk) => {
    const services = [
      ['install-advice', 'CN-S2'],
      ['configure-advice', 'CN-S3'],
      ['updates', 'CN-S4'],
      ['diagnostics', 'CN-S5'],
    ] as const;
    for (const packageId of ['basic', 'extended']) {
      const ticket = await asked(desk, packageId);
      for (const [service, clause] of services) {
        expect(await levelOf(desk, ticket, clause)).toBe('yes');
        await expect(ticket.declineService(service)).rejects.toMatchObject({
          code: 'service-included',
          clause,
        });
      }
      await ticket.resolve('Параметр стоит в разделе 4.');
      expect(await ticket.state()).toBe('resolved');
    }
  },
);

scenario(
  ['CN-S7', 'CN-S8', 'CN-S9', 'CN-S10', 'CN-S11', 'CN-VISIT'],
  'what only extended has is declined on basic with its clause, and not on extended',
  async (desk) => {
    const services = [
      ['remote-help', 'CN-S7', 'conditional'],
      ['fine-tuning-advice', 'CN-S8', 'conditional'],
      ['remote-update', 'CN-S9', 'yes'],
      ['personal-specialist', 'CN-S10', 'yes'],
      ['visit', 'CN-S11', 'yes'],
    ] as const;
    for (const [service, clause, level] of services) {
      await refused(await asked(desk, 'basic'), service, clause);
      const extended = await asked(desk, 'extended');
      expect(await levelOf(desk, extended, clause)).toBe(level);
      if (level === 'yes')
        await expect(extended.declineService(service)).rejects.toMatchObject({
          code: 'service-included',
          clause,
        });
    }
    const basic = await asked(desk, 'basic');
    const visit = {
      command: 'agree-date',
      clock: 'visit',
      date: '2025-02-13T10:00',
      reason: 'Приедем',
    } as const;
    await expect(basic.staff(visit)).rejects.toMatchObject({
      code: 'date-not-in-package',
      clause: 'CN-VISIT',
    });
  },
);

scenario(
  ['CN-VISIT'],
  'a visit’s date is proposed inside working hours only and stands when the customer agrees',
  async (desk) => {
    const ticket = await asked(desk, 'extended');
    const visit = { command: 'agree-date', clock: 'visit', reason: 'Приедет инженер.' } as const;
    for (const date of ['2025-02-13T08:30', '2025-02-13T17:30', '2025-02-15T10:00'])
      await expect(ticket.staff({ ...visit, date })).rejects.toMatchObject({
        code: 'date-outside-hours',
        clause: 'CN-VISIT',
      });
    await ticket.staff({ ...visit, date: '2025-02-13T10:00' });
    expect((await ticket.seen()).clocks.map(({ id }) => id)).not.toContain('visit');
    await ticket.answerDate(true);
    expect(await ticket.clock('visit')).toMatchObject({ status: 'running', due: '2025-02-13 10:00' });
  },
);

scenario(
  ['CN-S-install'],
  'first installation is declined under both packages, with the offer of paid work',
  async (desk) => {
    const { services } = await desk.regulation();
    for (const packageId of ['basic', 'extended']) {
      const ticket = await asked(desk, packageId);
      expect(await levelOf(desk, ticket, 'CN-S-install')).toBe('paid');
      await refused(ticket, 'first-installation', 'CN-S-install');
      expect((await ticket.lastLetter()).text).toContain(
        services.find(({ id }) => id === 'first-installation')?.instead?.ru,
      );
    }
  },
);

scenario(
  ['CN-L1', 'CN-L2', 'CN-L3'],
  'use outside the manuals, outdated versions and use against the rules are declined with clause and reason',
  async (desk) => {
    const exclusions = [
      ['unsupported-platform', 'CN-L1'],
      ['beyond-manuals', 'CN-L1'],
      ['fix-for-outdated', 'CN-L2'],
      ['against-the-rules', 'CN-L3'],
    ] as const;
    for (const [id, clause] of exclusions) {
      const ticket = await asked(desk, 'extended');
      await ticket.decline({ kind: 'exclusion', id }, 'Журнал сервера это показывает: строка 12.');
      expect((await ticket.seen()).outcome).toMatchObject({ kind: 'declined', clause });
      const { text } = await ticket.lastLetter();
      expect(text).toContain(`Правило ${clause}`);
      expect(text).toContain('Журнал сервера это показывает');
      expect(text).toContain('Возразить');
    }
  },
);

scenario(
  ['CN-L3'],
  'an objection brings a refused ticket back to work; without a word it waits',
  async (desk) => {
    const ticket = await asked(desk, 'basic');
    await ticket.exclude('against-the-rules');
    desk.at('2025-05-07 10:00');
    await desk.rings();
    expect(await ticket.state()).toBe('resolved');
    await ticket.object('Мы работаем по документации.');
    expect(await ticket.seen()).toMatchObject({ state: 'in-progress' });
    expect((await ticket.seen()).outcome ?? null).toBeNull();
  },
);
