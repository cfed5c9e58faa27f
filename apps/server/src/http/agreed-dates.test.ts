import { createHash } from 'node:crypto';
import type { RegulationVersionId } from '@reglament/desk';
import { addDays, type Instant, parseLocalDate, weekdayOf } from '@reglament/working-time';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertRegulationVersion } from '../store/desks.ts';
import { expectProblem } from '../testing/expect-problem.ts';
import { ok, postJson } from '../testing/planted-desk.ts';
import { type RawReply, rawRequest } from '../testing/raw-request.ts';
import { cookieOf, startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, addStaff, deskIdOf } from '../testing/test-desk.ts';
import { rulesOf } from '../testing/told-ticket.ts';

/** Days of January in the zone of the desk, far enough ahead whenever this runs. */
const year = new Date().getUTCFullYear() + 2;

let server: TestServer;
let engineer: string;
let companyId: string;

/** Optima as if it stood in Berlin, where clocks are still turned. */
const berlin = rulesOf('optima').source.replace('zone: Europe/Moscow', 'zone: Europe/Berlin');

beforeAll(async () => {
  server = await startTestServer();
  const { context } = server.opened;
  const deskId = deskIdOf(server.opened, 'optima');
  const regulationVersionId = context.newId() as RegulationVersionId;
  await context.db.inDesk(deskId, (q) =>
    insertRegulationVersion(q, {
      deskId,
      regulationVersionId,
      edition: 'Berlin',
      effectiveFrom: (context.now() - 60_000) as Instant,
      source: berlin,
      sha256: createHash('sha256').update(berlin).digest('hex'),
      at: context.now(),
    }),
  );
  // A version that it does not know makes the shelf read its list again.
  await context.regulations.byVersion(deskId, regulationVersionId);
  const customer = await addCustomer(server.opened, 'optima', {
    company: 'ООО «Окна»',
    email: 'olga@windows.example',
    name: 'Ольга',
    packageId: '8x5x4',
  });
  companyId = customer.companyId;
  engineer = await cookieOf(
    server,
    await addStaff(server.opened, 'optima', 'engineer', 'engineer@optima.example'),
  );
});
afterAll(async () => {
  expect(server.errors).toEqual([]);
  await server.stop();
});

interface Case {
  readonly number: number;
  readonly version: number;
}

const path = '/api/desks/optima/tickets';
const command = (c: Case, body: object, version = c.version): Promise<RawReply> =>
  postJson(server, engineer, `${path}/${c.number}/commands`, body, { 'if-match': `"${version}"` });

const getPage = (c: Case): Promise<RawReply> =>
  rawRequest(server.url, `${path}/${c.number}`, { headers: { cookie: engineer } });

/** A ticket of a known customer, classified: execution runs. */
const open = async (): Promise<Case> => {
  const { number, version } = await ok(
    postJson(server, engineer, path, {
      channel: 'phone',
      requesterEmail: 'olga@windows.example',
      requesterName: 'Ольга',
      companyId,
      subject: 'Не считает',
      text: 'Не считает',
      type: null,
      priority: null,
    }),
  );
  const registered = { number: Number(number), version: Number(version) };
  const classified = await ok(command(registered, { command: 'classify', type: 'incident', priority: '2' }));
  return { ...registered, version: Number(classified['version']) };
};

const date = (typed: string, more: object = {}) => ({
  command: 'agree-date',
  clock: 'execution',
  date: typed,
  reason: 'Ждём деталь.',
  ...more,
});

/** Last Sunday of a month next year: the day on which Berlin turns its clocks. */
const turning = (month: string): string => {
  const year = new Date().getUTCFullYear() + 1;
  const last = parseLocalDate(`${year}-${month}-31`);
  if (last === null) throw new Error(month);
  return addDays(last, -(weekdayOf(last) % 7));
};

it.each([
  ['', 'date-unreadable'],
  ['завтра', 'date-unreadable'],
  ['2027-02-29T12:00', 'date-unreadable'],
  ['2027-03-01T24:00', 'date-unreadable'],
  ['1969-12-31T12:00', 'date-out-of-range'],
  [`${year + 10}-01-01T00:00`, 'date-out-of-range'],
  ['2201-01-01T00:00', 'date-out-of-range'],
  ['2020-01-01T12:00', 'date-in-past'],
])('date %j: 422 %s at the field', async (typed, code) => {
  const problem = expectProblem(await command(await open(), date(typed)), 'invalid-request');
  expect(problem).toMatchObject({ refusal: code, errors: [{ pointer: '/date', code }] });
  expect(problem.choices).toBeUndefined();
});

it('a time that is skipped: 422 with the minutes beside the gap, each of which is taken', async () => {
  const c = await open();
  const day = turning('03');
  const problem = expectProblem(await command(c, date(`${day}T02:30`)), 'invalid-request');
  expect(problem).toMatchObject({
    refusal: 'date-skipped',
    choices: [`${day}T01:59+01:00`, `${day}T03:00+02:00`],
  });
  expect(await ok(command(c, date(problem.choices?.[1] ?? '')))).toMatchObject({ version: c.version + 1 });
});

it('a time that comes twice asks for the offset, and is taken with either', async () => {
  const c = await open();
  const day = turning('10');
  const problem = expectProblem(await command(c, date(`${day}T02:30`)), 'invalid-request');
  expect(problem).toMatchObject({
    refusal: 'date-ambiguous',
    choices: [`${day}T02:30+02:00`, `${day}T02:30+01:00`],
  });
  await ok(command(c, date(problem.choices?.[1] ?? '', { agreedBy: 'Ольга' })));
  const page = await ok(getPage(c));
  const due = (page['clocks'] as { clock: string; dueAt: string }[]).find((one) => one.clock === 'execution');
  expect(due?.dueAt).toBe(`${day}T01:30:00.000Z`);
});

it('what the regulation does not let be agreed is refused with its clause', async () => {
  const refused = expectProblem(
    await command(await open(), date(`${year}-01-05T12:00`, { clock: 'processing' })),
    'refused',
  );
  expect(refused).toMatchObject({ refusal: 'date-not-agreed', clause: 'OW-N3' });
  const notRequest = await command(await open(), date(`${year}-01-05T12:00`, { clock: 'paid-work' }));
  expect(expectProblem(notRequest, 'refused')).toMatchObject({
    refusal: 'date-not-for-type',
    clause: 'OW-S10',
  });
});

it('two at once: the second is told that the ticket has changed; repeated, the first is done once', async () => {
  const c = await open();
  const [first, second] = await Promise.all([
    command(c, date(`${year}-01-05T12:00`)),
    command(c, date(`${year}-01-06T12:00`)),
  ]);
  expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
});

it('the page says what may be agreed and what waits; a closed ticket takes no date', async () => {
  const c = await open();
  const before = await ok(getPage(c));
  expect(before).toMatchObject({
    allowed: expect.arrayContaining(['agree-date']),
    agreeable: [{ clock: 'execution', needsConsent: true, pausesMoveIt: true, clause: { id: 'OW-N4' } }],
    ticket: { dateProposal: null },
  });
  await ok(command(c, date(`${year}-01-05T12:00`)));
  const asked = await ok(getPage(c));
  expect(asked).toMatchObject({
    allowed: expect.arrayContaining(['record-date-answer']),
    ticket: { dateProposal: { clock: 'execution', date: `${year}-01-05T11:00:00.000Z` } },
  });
  const resolved = await ok(
    command({ ...c, version: c.version + 1 }, { command: 'resolve', text: 'Готово', attachments: [] }),
  );
  const solved = { ...c, version: Number(resolved['version']) };
  const closed = await ok(command(solved, { command: 'record-confirmation', who: 'Ольга' }));
  const late = await command({ ...c, version: Number(closed['version']) }, date(`${year}-01-05T12:00`));
  expect(expectProblem(late, 'state')).toMatchObject({ refusal: 'already-closed' });
});
