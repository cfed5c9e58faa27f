import { createHash } from 'node:crypto';
import type { CompanyId, MessageId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { addCustomer, deskIdOf } from '../testing/test-desk.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { commandCertificate } from '../use-cases/command-certificate.ts';
import { compareJournals, JournalDrift } from './compare-journals.ts';

const DAY = 86_400_000;

let server: TestServer;

const inFlat = (text: string) =>
  server.opened.context.db.inDesk(deskIdOf(server.opened, 'flat'), (q) =>
    q.query(`test-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text),
  );

beforeAll(async () => {
  server = await startTestServer();
  const { context } = server.opened;
  const deskId = deskIdOf(server.opened, 'flat');
  const { companyId } = await addCustomer(server.opened, 'flat', {
    company: 'ООО «Журнал»',
    email: 'journal@customer.example',
    name: 'Анна',
    packageId: null,
  });
  const now = context.now();
  for (const number of ['J-1', 'J-2', 'J-3'])
    await context.db.inDesk(deskId, async (q) => {
      const certificateId = await bringCertificate(context, q, deskId, {
        companyId: companyId as CompanyId,
        number,
        packageId: '8x5',
        quantity: 5,
        term: { count: 12, unit: 'months' },
        startsAt: (now - 10 * DAY) as Instant,
        endsAt: (now + 10 * DAY) as Instant,
      });
      const command = { type: 'Suspend', reasonId: context.newId() as MessageId } as const;
      await commandCertificate(context, q, { deskId, certificateId, command, actorId: null, seenVersion: 1 });
    });
});

afterAll(() => server?.stop());

const compare = async (): Promise<readonly unknown[]> => {
  const told: unknown[] = [];
  const desks = server.opened.desks.map((d) => d.deskId);
  const found = await compareJournals(server.opened.context, desks, (error) => told.push(error));
  expect(found).toBe(told.length);
  return told.map((error) =>
    error instanceof JournalDrift ? [error.drift.of, error.drift.number, error.drift.columns] : error,
  );
};

const update = (change: string, number = 'J-2'): string =>
  `update certificate set ${change} where number = '${number}'`;
const oneEvent = (change: string, type = 'CertificateSuspended'): string =>
  `update journal set ${change} where stream_kind = 'certificate' and type = '${type}'
   and stream_id = (select certificate_id from certificate where number = 'J-2')`;

describe('comparing journals of certificates with rows', () => {
  it('finds nothing where only commands wrote', async () => {
    expect(await compare()).toEqual([]);
  });

  it.each([
    [
      update(`ends_at = ends_at + interval '1 ms'`),
      update(`ends_at = ends_at - interval '1 ms'`),
      ['ends_at'],
    ],
    [update('next_turn_at = null'), update('next_turn_at = ends_at'), ['next_turn_at']],
    [update(`package_id = '24x7'`), update(`package_id = '8x5'`), ['package_id']],
    [
      update(`body = jsonb_set(body, '{quantity}', '500')`),
      update(`body = jsonb_set(body, '{quantity}', '5')`),
      ['body'],
    ],
    [update('version = version + 1'), update('version = version - 1'), ['version']],
    [
      oneEvent(`type = 'CertificateResumed'`),
      oneEvent(`type = 'CertificateSuspended'`, 'CertificateResumed'),
      ['body'],
    ],
    [
      oneEvent('stream_id = desk_id'),
      `update journal set stream_id = (select certificate_id from certificate where number = 'J-2') where stream_id = desk_id`,
      ['version', 'body'],
    ],
  ])('tells of a row written past them: %s', async (plant, mend, columns) => {
    await inFlat(plant);
    const told = await compare();
    await inFlat(mend);
    expect(told).toEqual([['certificate', 'J-2', columns]]);
    const kept = await server.opened.context.db.everyDesk((q) =>
      q.query(
        'test-kept',
        "select outcome, target from audit where action = 'journal-drift' order by at desc, audit_id desc limit 1",
      ),
    );
    const target = `desk ${deskIdOf(server.opened, 'flat')} certificate J-2`;
    expect(kept).toEqual([{ outcome: columns.join(' '), target }]);
    expect(await compare()).toEqual([]);
  });

  it('a journal that begins in the middle is told too', async () => {
    await inFlat(
      `update journal set seq = seq + 100 where stream_id = (select certificate_id from certificate where number = 'J-3') and seq = 1`,
    );
    expect(await compare()).toEqual([['certificate', 'J-3', ['journal']]]);
  });
});
