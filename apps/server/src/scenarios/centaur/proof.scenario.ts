import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';

const scenario = scenariosAt('centaur');
const dates = { 'contract-date': '2025-02-03' };

scenario(
  ['CN-PROOF'],
  'a contract’s number in a stranger’s letter proposes its company to staff, who say so in one press; nothing is believed before',
  async (desk) => {
    desk.at('2025-02-07 10:00');
    const { browser } = desk;
    const olga = await desk.customer(null);
    const { number } = await olga.buys('extended', { dates });
    const stranger = desk.stranger();
    const ticket = await stranger.writes(`Договор: № ${number.toLowerCase()}\nНе открывается карта`);
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'unidentified' });
    expect((await ticket.lastLetter()).text).not.toContain(olga.company?.name);
    const { statedCompanies, version } = (await browser.ticket(ticket.number)).ticket;
    const company = { companyId: olga.company?.companyId, name: olga.company?.name };
    expect(statedCompanies).toEqual([{ ...company, by: 'certificate', found: number }]);

    await browser.post(
      `tickets/${ticket.number}/commands`,
      { command: 'identify', companyId: company.companyId },
      version,
    );
    expect((await ticket.seen()).coverage).toMatchObject({ kind: 'covered', packageId: 'extended' });
    expect((await browser.ticket(ticket.number)).ticket.statedCompanies).toEqual([]);
    expect((await (await stranger.writes('Ещё вопрос')).seen()).coverage).toMatchObject({ kind: 'covered' });
  },
);

scenario(
  ['CN-PROOF'],
  'a company is proposed by its name too, and a number that no contract has proposes nobody',
  async (desk) => {
    const { browser } = desk;
    const olga = await desk.customer('extended');
    const named = await desk.stranger().writes(`Компания: ${olga.company?.name}\nНе открывается карта`);
    expect((await browser.ticket(named.number)).ticket.statedCompanies).toMatchObject([
      { companyId: olga.company?.companyId, by: 'name' },
    ]);
    const guessed = await desk.stranger().writes('Договор: C-999999\nНе открывается карта');
    expect((await browser.ticket(guessed.number)).ticket.statedCompanies).toEqual([]);
    expect((await guessed.lastLetter()).text).toContain('номер договора');
    const other = await desk.customer('basic');
    const known = await other.writes(`Договор: ${olga.company?.name}\nКомпания: ${olga.company?.name}`);
    expect(await known.seen()).toMatchObject({
      companyId: other.company?.companyId,
      coverage: { packageId: 'basic' },
    });
  },
);

scenario(
  ['CN-PROOF'],
  'staff who put down the number of a contract have its company found, and find it in the list of companies',
  async (desk) => {
    desk.at('2025-02-07 11:00');
    const olga = await desk.customer(null);
    const { number } = await olga.buys('extended', { dates });
    const call = await desk.stranger().calls({ fields: { package: `договор ${number}` } });
    expect(await call.seen()).toMatchObject({
      companyId: olga.company?.companyId,
      coverage: { kind: 'covered', packageId: 'extended' },
    });
    expect(await desk.browser.get(`companies?search=${number.toLowerCase()}`)).toMatchObject({
      companies: [{ companyId: olga.company?.companyId }],
    });
    const silent = await desk.stranger().calls({ fields: { package: 'не помнит' } });
    expect((await silent.seen()).companyId).toBeNull();
  },
);
