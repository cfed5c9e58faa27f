import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelId, CompanyId } from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareJournals } from '../jobs/compare-journals.ts';
import { followEditions } from '../jobs/follow-editions.ts';
import { readProductionCalendars } from '../regulation-files.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { staffHand } from '../testing/staff-hand.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer, addStaff, type TestPerson } from '../testing/test-desk.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { registerByStaff } from '../use-cases/register-by-staff.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';

// The invented sixth regulation, which answers every question in the other way, as a desk of its own: a file in a folder,
// real letters, a real database, the rounds of the jobs. Perm is two hours ahead of Moscow, in which tests tell the time.

const LIRA = fileURLToPath(
  new URL('../../../../packages/desk/src/test/every-alternative.yaml', import.meta.url),
);

let folder: string;
let desk: StillDesk;
let engineer: TestPerson;
let staff: ReturnType<typeof staffHand>;
let people = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-sixth-'));
  await copyFile(LIRA, join(folder, 'lira.yaml'));
  desk = await openStillDesk('2025-02-04 08:00', folder);
  engineer = await addStaff(desk.opened, 'lira', 'engineer', 'engineer@lira.example');
  staff = staffHand(desk, 'lira', engineer);
});
afterAll(async () => {
  await desk?.stop();
  await rm(folder, { recursive: true, force: true });
});

const customer = async (
  packageId: string | null,
): Promise<{ readonly email: string; readonly companyId: CompanyId }> => {
  people += 1;
  const email = `holder-${people}@lira-customer.example`;
  const { companyId } = await addCustomer(desk.opened, 'lira', {
    company: `ООО «Склад ${people}»`,
    email,
    name: 'Ольга',
    packageId,
  });
  return { email, companyId };
};

const writes = async (
  email: string,
  text = 'Терминал не видит остатки.',
  headers: readonly string[] = [],
) => {
  const { number } = await desk.receive(
    'lira',
    letterFrom({ from: email, to: addressOf('lira'), text, headers }),
  );
  if (number === null) throw new Error('the letter became no ticket');
  return number;
};
const ticket = async (number: number) => (await desk.ticket('lira', number)).ticket;
const clock = async (number: number, id: string) => {
  const found = (await ticket(number)).clocks.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
};
const lastLetterTo = async (email: string) => {
  const all = desk.sink.letters.filter(({ to }) => to.includes(email));
  const last = all.at(-1);
  if (last === undefined) throw new Error('no letter went out');
  return openLetter(last);
};
const sorted = (type = 'failure') => ({
  command: 'classify' as const,
  type,
  priority: 'slow',
  reason: '',
});

describe('a desk of an invented vendor, by its file alone', () => {
  it('R1, R5, R34: the letter is numbered and acknowledged, and the acknowledgement stops nothing', async () => {
    desk.at('2025-02-04 08:00');
    const { email } = await customer('basic');
    const number = await writes(email);
    expect(await clock(number, 'first-word')).toMatchObject({
      status: 'running',
      // Twelve hours of an office with a lunch break, from 10:00 in Perm.
      dueAt: moscow('2025-02-05 13:00'),
    });
    expect((await ticket(number)).line?.id).toBe('first');
    await staff(number, {
      command: 'record-call',
      text: 'Сказали номер',
      who: 'Ольга',
      reached: true,
      toldNumber: true,
    });
    expect((await clock(number, 'first-word')).status).toBe('stopped');
  });

  it('R35: whoever holds nothing is served by the plain package', async () => {
    const { email } = await customer(null);
    const number = await writes(email);
    expect((await ticket(number)).coverage).toMatchObject({
      kind: 'fallback',
      packageId: 'basic',
      clause: 'L-8',
    });
  });

  it('a call is served although the plain package has no telephone', async () => {
    const { email, companyId } = await customer('basic');
    const outcome = await registerByStaff(desk.context, {
      deskId: desk.desk('lira'),
      personId: engineer.personId,
      channel: 'phone' as ChannelId,
      requesterEmail: email,
      requesterName: 'Ольга',
      requesterPhone: '',
      companyId,
      subject: 'Звонок',
      text: 'Стоим.',
      type: 'failure',
      priority: 'stop',
      fields: {},
      attachments: [],
      idempotency: { key: desk.context.newId(), requestHash: '' },
    });
    if (!outcome.ok) throw new Error(outcome.code);
    expect((await ticket(outcome.value.number)).coverage).toMatchObject({
      kind: 'covered',
      packageId: 'basic',
    });
  });

  it('R23: for work outside the list no solution is promised', async () => {
    const { email } = await customer('basic');
    const number = await writes(email);
    await staff(number, sorted('request'));
    expect((await ticket(number)).clocks.map(({ id }) => id)).not.toContain('solution');
  });

  it('an exclusion is cited to the customer; R7, R22: a message leaves the count, it closes to the minute', async () => {
    desk.at('2025-02-04 10:34');
    const { email } = await customer('basic');
    const number = await writes(email, 'Научите нас работать.');
    await staff(number, sorted());
    await staff(number, {
      command: 'decline',
      ground: { kind: 'exclusion', id: 'training' },
      text: 'Обучаем на курсах.',
      attachments: [],
    });
    await desk.deliver();
    const letter = await lastLetterTo(email);
    expect(letter.text).toContain('L-10');
    const closesAt = moscow('2025-02-18 10:34');
    expect((await ticket(number)).resolution?.closesAt).toBe(closesAt);
    desk.at('2025-02-06 10:00');
    await writes(email, 'Жаль.', [`In-Reply-To: ${letter.messageId}`]);
    expect((await ticket(number)).resolution?.closesAt).toBe(closesAt);
    desk.at('2025-02-18 10:34');
    await desk.ring();
    expect((await ticket(number)).state).toBe('closed');
    // R21: within seven days a letter opens it again.
    desk.at('2025-02-20 10:00');
    const last = await lastLetterTo(email);
    await desk.receive(
      'lira',
      letterFrom({
        from: email,
        to: addressOf('lira'),
        text: 'Ещё вопрос.',
        headers: [`In-Reply-To: ${last.messageId}`],
      }),
    );
    expect((await ticket(number)).state).toBe('in-progress');
  });

  it('R38: a ticket stops with its certificate', async () => {
    desk.at('2025-03-03 10:00');
    const { email, companyId } = await customer(null);
    const deskId = desk.desk('lira');
    await desk.context.db.inDesk(deskId, (q) =>
      bringCertificate(desk.context, q, deskId, {
        companyId,
        number: 'LIRA-1',
        packageId: 'best',
        startsAt: moscow('2025-01-01 00:00'),
        endsAt: moscow('2025-03-04 22:00'),
      }),
    );
    const number = await writes(email);
    expect((await ticket(number)).coverage).toMatchObject({ kind: 'covered', packageId: 'best' });
    desk.at('2025-03-04 22:00');
    await desk.ring();
    expect((await ticket(number)).state).toBe('not-entitled');
  });

  it('R43: another edition takes its open tickets over, counted on from its first moment; the second way agrees', async () => {
    desk.at('2025-03-05 08:00');
    const { email } = await customer('basic');
    const number = await writes(email);
    const before = await clock(number, 'first-word');
    desk.at('2025-03-05 09:00');
    const source = (await readFile(LIRA, 'utf8'))
      .replace(
        "label: '7', date: 2024-12-01, in-force-from: 2024-12-01",
        "label: '8', date: 2025-03-05, in-force-from: 2025-03-05",
      )
      .replace('within: 12 working hours', 'within: 20 working hours')
      .replace(/^examples:[^]*?\n(?=\w)/m, '');
    const { refused } = await setUpDesks(desk.context.db, {
      desks: [{ slug: 'lira', source, mailAddress: null }],
      calendars: Object.fromEntries((await readProductionCalendars()).map((one) => [one.id, one])),
      now: desk.context.now(),
      newId: desk.context.newId,
    });
    expect(refused).toEqual([]);
    // As long as a node believes its list.
    const shelf = createRegulationShelf(desk.context.db, () => desk.context.now());
    const node = { ...desk.context, regulations: shelf };
    await followEditions(node, [desk.desk('lira')], {
      say: () => undefined,
      onError: (e) => {
        throw e;
      },
    })();
    const after = await clock(number, 'first-word');
    expect(after.changes).toMatchObject([{ cause: 'edition', at: moscow('2025-03-05 09:00') }]);
    expect(after.dueAt).toBeGreaterThan(before.dueAt ?? 0);
    expect(await desk.journal('lira', number)).toContain('EditionFollowed');
    const found: unknown[] = [];
    await compareJournals(node, [desk.desk('lira')], (error) => found.push(error));
    expect(found).toEqual([]);
  });

  it('ran without a fault in the jobs', () => {
    expect(desk.errors).toEqual([]);
  });
});
