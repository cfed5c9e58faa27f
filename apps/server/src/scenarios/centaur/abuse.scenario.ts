import { endpoints } from '@reglament/contract';
import { expect } from 'vitest';
import { openLetter } from '../../testing/letters/letter-from.ts';
import { openBrowser } from '../browser.ts';
import { addStaff } from '../../testing/test-desk.ts';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');
const EVIDENCE = 'Письмо от 4 февраля: брань в адрес инженера.';

scenario(
  ['CN-L5'],
  'an engineer stops service for a contact with evidence, the contact is told with the clause, and only the lead takes it back',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const { still, browser } = desk;
    const olga = await desk.customer('extended');
    const before = await olga.writes('Не открывается карта');
    const { contactId } = (await browser.ticket(before.number)).ticket.requester;
    const told = async () => {
      await still.deliver();
      const theirs = still.sink.letters.filter(({ to }) => to.includes(olga.email));
      return (await Promise.all(theirs.map(openLetter))).at(-1);
    };
    const stops = async () =>
      endpoints.getServiceStops.reply.parse(await browser.get(`service-stops?contactId=${contactId}`));

    await expect(browser.post('service-stops', { contactId, evidence: '  ' })).rejects.toMatchObject({
      code: 'invalid-request',
    });
    await browser.post('service-stops', { contactId, evidence: EVIDENCE });
    const letter = await told();
    expect(letter?.subject).toContain('Обслуживание ваших обращений прекращено');
    expect(letter?.text).toContain('Правило CN-L5');
    expect(letter?.text).not.toContain('брань');
    expect(await stops()).toMatchObject({
      clause: 'CN-L5',
      mayStop: true,
      mayResume: false,
      stops: [{ evidence: EVIDENCE, clause: 'CN-L5', reversed: null, contact: { contactId } }],
    });

    const after = await olga.writes('Опять не открывается');
    expect(await after.seen()).toMatchObject({
      state: 'not-entitled',
      clocks: [],
      coverage: { kind: 'not-entitled', reason: 'stopped', clause: 'CN-L5' },
    });
    expect((await after.lastLetter()).text).toContain('Правило CN-L5');
    expect((await browser.ticket(after.number)).ticket.coverage).toMatchObject({
      says: { ru: 'Обслуживание контакта прекращено' },
      clause: 'CN-L5',
    });
    expect(await before.state()).toBe('new');

    const reversal = { contactId, reason: 'Клиент извинился' };
    await expect(browser.post('service-stops/reversal', reversal)).rejects.toMatchObject({
      code: 'reversal-by-lead',
      clause: 'CN-L5',
    });
    const lead = await addStaff(still.opened, 'centaur', 'lead', 'abuse-lead@centaur.example');
    const ofLead = await openBrowser(still, 'centaur', lead);
    await ofLead.post('service-stops/reversal', reversal);
    expect((await told())?.subject).toContain('Обслуживание ваших обращений возобновлено');
    expect((await stops()).stops).toMatchObject([
      { evidence: EVIDENCE, reversed: { reason: 'Клиент извинился' } },
    ]);
    expect((await (await olga.writes('Спасибо, ещё вопрос')).seen()).coverage).toMatchObject({
      kind: 'covered',
      packageId: 'extended',
    });
    const audit = await still.context.db.everyDesk((q) =>
      q.query<{ outcome: string }>(
        'test-audit',
        'select outcome from audit where target = $1 order by at, audit_id',
        [contactId],
      ),
    );
    expect(audit.map(({ outcome }) => outcome)).toEqual(['service-stopped', 'service-resumed']);
    await ofLead.close();
  },
);

scenario(
  ['CN-L5'],
  'colleagues of the contact are served as before, and a stop goes with the person to whatever company they speak for',
  async (desk) => {
    desk.at('2025-02-05 10:00');
    const { browser } = desk;
    const olga = await desk.customer('extended');
    const stranger = desk.stranger();
    const first = await stranger.writes('Кто-нибудь ответит?');
    const { contactId } = (await browser.ticket(first.number)).ticket.requester;
    await browser.post('service-stops', { contactId, evidence: EVIDENCE });
    await expect(browser.post('service-stops', { contactId, evidence: EVIDENCE })).rejects.toMatchObject({
      code: 'stopped-already',
    });
    await first.staff({ command: 'identify', companyId: olga.company?.companyId ?? '' });
    expect((await (await stranger.writes('Снова я')).seen()).coverage).toMatchObject({ reason: 'stopped' });
    expect((await (await olga.writes('Вопрос')).seen()).coverage).toMatchObject({ kind: 'covered' });
  },
);
