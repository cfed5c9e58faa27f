import { expect } from 'vitest';
import { scenariosAt } from '../scenario.ts';
import { putOut } from '../stage-catalogue.ts';
import type { Stage } from '../stage.ts';
import type { StageTicket } from '../stage-ticket.ts';

const scenario = scenariosAt('alteroffice');

const SUITE = 'Офисный пакет AlterOffice';
const dates = { purchase: '2025-01-03' } as const;

const seen = async (ticket: StageTicket) => {
  const { coverage, about, state } = await ticket.seen();
  return { coverage, about, state };
};

const named = (name: string, version: string | null = null) =>
  ({ command: 'name-product', product: name, productVersion: version }) as const;

scenario(
  ['AO-1.2'],
  'the catalogue has the five components; a ticket and a certificate name one of them or the suite',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer(null);
    const one = await olga.buys('extended', { dates, products: ['ACell'] });
    expect((await one.page()).certificate.products).toEqual(['ACell']);
    const about = async (text: string) => (await seen(await olga.writes(text))).about?.name;
    for (const name of ['AText', 'ACell', 'AConcept', 'AGraph', 'AMail'])
      expect(await about(`Продукт: ${name.toLowerCase()}\nНе открывается`)).toBe(name);
    // The suite wants a certificate for all of it.
    const whole = await olga.writes(`Продукт: ${SUITE}\nНе ставится`);
    expect(await seen(whole)).toMatchObject({
      about: { name: SUITE },
      state: 'not-entitled',
      coverage: { reason: 'product', clause: 'AO-3.3' },
    });
    await olga.buys('extended', { dates });
    expect(await seen(await olga.writes(`Продукт: ${SUITE}\nНе ставится`))).toMatchObject({
      state: 'new',
      coverage: { kind: 'covered' },
    });
  },
);

scenario(
  ['AO-3.3'],
  'a request about another product than the certificate’s is kept, and answered with the reason; named by staff it is decided again',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    const olga = await desk.customer(null);
    await olga.buys('extended', { dates, products: ['AText'] });
    const other = await olga.writes('Продукт: AMail\nНе отправляется');
    expect(await seen(other)).toMatchObject({
      state: 'not-entitled',
      coverage: { kind: 'not-entitled', reason: 'product', clause: 'AO-3.3' },
    });
    expect((await other.lastLetter()).text).toContain('Правило AO-3.3');
    // What nobody knows speaks against nobody, nor does what the catalogue has not.
    for (const text of ['Не открывается', 'Продукт: АТекст\nНе открывается']) {
      const silent = await olga.writes(text);
      expect(await seen(silent)).toMatchObject({ state: 'new', coverage: { kind: 'covered' } });
      await silent.staff(named('AMail'));
      expect(await seen(silent)).toMatchObject({ state: 'not-entitled', coverage: { reason: 'product' } });
      expect((await silent.lastLetter()).text).toContain('Правило AO-3.3');
      await silent.staff(named('AText'));
      expect(await seen(silent)).toMatchObject({ state: 'new', coverage: { kind: 'covered' } });
      expect(await silent.due('reaction')).toBe('2025-02-05 08:00');
    }
    // Staff choose of the catalogue, or are told.
    const chosen = { name: 'AMail', version: null };
    const call = await olga.calls({ product: chosen });
    expect(await seen(call)).toMatchObject({ about: { name: 'AMail' }, coverage: { reason: 'product' } });
    await expect(olga.calls({ product: { name: 'AGame', version: null } })).rejects.toMatchObject({
      code: 'unknown-product',
    });
    await expect(call.staff(named('AGame'))).rejects.toMatchObject({ code: 'unknown-product' });
  },
);

/** The grounds of AO-4.2.6 that staff may decline this ticket by, and whether they are asked a question first. */
const grounds = async (desk: Stage, ticket: StageTicket): Promise<Readonly<Record<string, boolean>>> => {
  const { declinable } = await desk.browser.ticket(ticket.number);
  return Object.fromEntries(
    declinable.flatMap(({ ground, clause, toJudge }) =>
      clause === 'AO-4.2.6' ? [[ground.id, toJudge.length > 0] as const] : [],
    ),
  );
};

scenario(
  ['AO-4.2.6'],
  'server parts are declined to a certificate for workstations only; an end-of-life version is seen at intake',
  async (desk) => {
    desk.at('2025-02-04 10:00');
    await putOut(desk, 'AText', [
      { number: '6.1', released: '2019-03-01', outdated: '2021-03-01', endOfLife: '2024-12-31' },
      { number: '7.3', released: '2021-03-01' },
    ]);
    const usual = { 'modified-packages': true, 'outside-lines': true };
    const worker = await desk.customer(null);
    await worker.buys('basic', { dates, installationType: 'workstation' });
    const old = await worker.writes('Продукт: AText 6.1\nНе открывается');
    await old.classify('problem', null);
    expect(await grounds(desk, old)).toMatchObject({ 'server-parts': false, 'end-of-life': false });
    const { ticket } = await desk.browser.ticket(old.number);
    expect(ticket.product).toMatchObject({
      name: 'AText',
      version: '6.1',
      support: 'end-of-life',
      rules: [{ clause: 'AO-4.2.6' }],
    });
    await old.exclude('end-of-life');
    expect((await old.lastLetter()).text).toContain('Правило AO-4.2.6');

    const keeper = await desk.customer(null);
    await keeper.buys('basic', { dates, installationType: 'server' });
    const current = await keeper.calls({ channel: 'email', product: { name: 'AText', version: '7.3' } });
    await current.classify('problem', null);
    const offered = await grounds(desk, current);
    expect(Object.keys(offered).toSorted()).toEqual(Object.keys(usual).toSorted());
    await expect(current.exclude('server-parts')).rejects.toMatchObject({ code: 'exclusion-does-not-apply' });
    await expect(current.exclude('end-of-life')).rejects.toMatchObject({ code: 'exclusion-does-not-apply' });
    // The version was named wrong: staff put it right, and the ground is there.
    await current.staff(named('AText', '6.1'));
    expect(await grounds(desk, current)).toMatchObject({ 'end-of-life': false });
  },
);

scenario(
  ['AO-3.1'],
  'a certificate begins with the request that staff find to be covered by it: by its company, or by its product',
  async (desk) => {
    desk.at('2025-02-03 10:00');
    const olga = await desk.customer(null);
    const first = await olga.buys('extended', { dates: { purchase: '2025-02-03' } });
    const letter = await desk.stranger().writes('Не открывается');
    expect((await first.seen()).cause).toBe('purchase');
    desk.at('2025-02-03 11:00');
    await letter.staff({ command: 'identify', companyId: olga.company?.companyId ?? '' });
    expect((await letter.seen()).coverage).toMatchObject({ kind: 'covered' });
    expect(await first.seen()).toMatchObject({
      starts: '2025-02-03 10:00',
      cause: 'first-covered-request',
    });

    const anna = await desk.customer(null);
    const second = await anna.buys('extended', { dates: { purchase: '2025-02-03' }, products: ['AText'] });
    const other = await anna.writes('Продукт: AMail\nНе отправляется');
    expect((await second.seen()).cause).toBe('purchase');
    desk.at('2025-02-03 12:00');
    await other.staff(named('AText'));
    expect((await other.seen()).coverage).toMatchObject({ kind: 'covered' });
    expect(await second.seen()).toMatchObject({
      starts: '2025-02-03 11:00',
      cause: 'first-covered-request',
    });
    // Named anew, it stays covered: what it began has begun.
    await other.staff(named('AMail'));
    await other.staff(named('AText'));
    expect((await other.seen()).coverage).toMatchObject({ kind: 'covered' });
  },
);
