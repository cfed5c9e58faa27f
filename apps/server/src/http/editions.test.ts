import { endpoints } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { readProductionCalendars, readRegulationFiles } from '../regulation-files.ts';
import { signedIn, startTestServer, type TestServer, type Visitor } from '../testing/start-test-server.ts';
import { addStaff } from '../testing/test-desk.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';

let server: TestServer;
let administrator: Visitor;
let shipped: string;
const params = { desk: 'centaur' };

beforeAll(async () => {
  server = await startTestServer();
  administrator = await signedIn(
    server,
    await addStaff(server.opened, 'centaur', 'administrator', 'admin@centaur.example'),
  );
  shipped = (await readRegulationFiles()).find(({ slug }) => slug === 'centaur')?.source ?? '';
});

afterAll(() => server.stop());

const editions = async () => (await administrator.call(endpoints.getEditions, { params })).editions;
const give = (source: string) =>
  administrator.call(endpoints.giveEdition, { params, body: { source } }, { idempotencyKey: newId() });

/** The shipped text with another label, from another day on. */
const labelled = (label: string, from: string): string =>
  shipped.replace(/^edition:.*$/m, `edition: {label: "${label}", date: ${from}, in-force-from: ${from}}`);

/** What a start of the server does with the shipped file. */
const start = async (source: string) =>
  setUpDesks(server.opened.context.db, {
    desks: [{ slug: 'centaur', source, mailAddress: null }],
    calendars: Object.fromEntries((await readProductionCalendars()).map((one) => [one.id, one])),
    now: server.opened.context.now(),
    newId,
  });

describe('a text that an administrator looks at', () => {
  it('is told its faults with their lines and changes nothing', async () => {
    const before = await editions();
    const told = await administrator.call(endpoints.checkEdition, {
      params,
      body: { source: shipped.replace(/^zone: .*$/m, 'zone: Europe/Atlantis') },
    });
    expect(told.edition).toBeNull();
    expect(told.findings.filter((one) => one.blocking)[0]).toMatchObject({ level: 'error' });
    expect(told.findings.filter((one) => one.blocking)[0]?.line).toBeGreaterThan(1);
    expect(await editions()).toEqual(before);
  });

  it('is told from when it would hold and what it changes', async () => {
    const told = await administrator.call(endpoints.checkEdition, {
      params,
      body: { source: labelled('9.9', '2098-01-01').replace('рабочие дни 09:00-17:00', 'будни') },
    });
    expect(told.edition).toMatchObject({ label: '9.9', startsNow: false, same: false });
    expect(told.edition?.changes.map(({ kind }) => kind)).toContain('wording');
  });

  it('is told when the desk goes by it already', async () => {
    const told = await administrator.call(endpoints.checkEdition, { params, body: { source: shipped } });
    expect(told.edition).toMatchObject({ same: true, changes: [] });
    await expect(give(shipped)).rejects.toMatchObject({ problem: { code: 'state' } });
  });
});

describe('a text that an administrator gives', () => {
  it('with faults is refused, each named with its line', async () => {
    await expect(give('reglament: 1\nid: centaur\n')).rejects.toMatchObject({
      problem: {
        code: 'invalid-request',
        errors: expect.arrayContaining([
          expect.objectContaining({ pointer: expect.stringMatching(/line=\d+/) }),
        ]),
      },
    });
  });

  it('waits for its day, and is withdrawn by a later one that begins earlier', async () => {
    await give(labelled('planned', '2099-01-01'));
    expect((await editions())[0]).toMatchObject({
      label: 'planned',
      state: 'planned',
      givenBy: 'Сотрудник admin',
    });
    await give(labelled('now', '2025-01-01'));
    const listed = await editions();
    expect(listed.find(({ label }) => label === 'planned')?.state).toBe('withdrawn');
    expect(listed.find(({ label }) => label === 'now')?.state).toBe('in-force');
    const text = await administrator.call(endpoints.getRegulation, { params });
    expect((text as unknown as { edition: { label: string } }).edition.label).toBe('now');
  });

  it('stays in force after a start whose file says what it said before', async () => {
    await start(shipped);
    expect((await editions()).find(({ state }) => state === 'in-force')?.label).toBe('now');
  });

  it('gives way to a file that somebody has changed', async () => {
    await start(labelled('of the file', '2025-01-01'));
    expect((await editions()).find(({ state }) => state === 'in-force')).toMatchObject({
      label: 'of the file',
      givenBy: null,
    });
  });

  it('is shown as written', async () => {
    const [first] = await editions();
    const { source } = await administrator.call(endpoints.getEdition, {
      params: { ...params, editionId: first?.editionId ?? '' },
    });
    expect(source).toContain(`label: "${first?.label}"`);
  });
});
