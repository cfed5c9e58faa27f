import type { CompanyId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { connectAsOwner } from '../../apps/server/src/testing/lay-out-clocks.ts';
import { openForLoad } from '../../apps/server/src/testing/lay-out-load.ts';
import type { TestCluster } from '../../apps/server/src/testing/postgres-cluster.ts';
import { addCustomer, deskIdOf } from '../../apps/server/src/testing/test-desk.ts';
import { bringCertificate } from '../../apps/server/src/use-cases/bring-certificate.ts';
import type { Figure } from '../figure.ts';
import { makeDatabase, type Pace } from '../stage.ts';
import { measureDecision } from './decide-entitlement.ts';
import { layOutCertificates, OF_COMPANY } from './lay-out-certificates.ts';
import { layOutInstances } from './lay-out-instances.ts';
import { measureLists } from './lists.ts';
import { measureTurns } from './turn-due.ts';

const SLUG = 'flat';
const DUE = 500;
const DAY = 86_400_000;

/** Among many certificates of one desk: what somebody may have, and the round that tells what the calendar brought. */
export const benchCertificates = async (
  cluster: TestCluster,
  { quick, pace }: { readonly quick: boolean; readonly pace: Pace },
): Promise<readonly Figure[]> => {
  const certificates = quick ? 10_000 : 100_000;
  const companies = certificates / OF_COMPANY;
  const database = await makeDatabase(cluster);
  const admin = new URL(cluster.adminUrl);
  admin.pathname = new URL(database.url).pathname;
  const opened = await openForLoad(database.url);
  const client = await connectAsOwner(admin.href);
  try {
    const { context } = opened;
    const deskId = deskIdOf(opened, SLUG);
    const customer = await addCustomer(opened, SLUG, {
      company: 'Образец',
      email: 'template@bench.example',
      name: 'Образец',
      packageId: null,
    });
    const now = context.now();
    const certificateId = await context.db.inDesk(deskId, (q) =>
      bringCertificate(context, q, deskId, {
        companyId: customer.companyId,
        number: 'template',
        packageId: '8x5',
        quantity: 5,
        term: { count: 12, unit: 'months' },
        startsAt: (now - 200 * DAY) as Instant,
        endsAt: (now + 165 * DAY) as Instant,
      }),
    );
    await layOutCertificates(client, { ...customer, certificateId }, companies);
    const decided = await measureDecision(context, client, { deskId, companies, certificates });
    const turned = await measureTurns(context, client, { due: DUE, certificates, rounds: quick ? 2 : 8 });
    const { instances, companyId } = await layOutInstances(client, deskId);
    const count = (n: number): string => n.toLocaleString('en-US');
    const among = `${count(certificates)} certificates, ${count(instances)} instances`;
    const lists = { deskId, slug: SLUG, pace, among, companyId: companyId as CompanyId };
    return [decided, turned, ...(await measureLists(opened, database, lists, client))];
  } finally {
    await client.end();
    await opened.close();
  }
};
