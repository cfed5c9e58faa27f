import type { Callers, CallingCompany } from '@reglament/contract';
import { daysLeft, type Regulation, stateAt, type SupportCertificate } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import type { CallingCompanyRow } from '../../store/queries/callers.ts';
import type { QueueRow } from '../../store/queries/queue.ts';
import type { FoundCallers } from '../../use-cases/find-callers.ts';
import { packageText } from './coverage-summary.ts';
import { presentQueueHours, presentQueueRow } from './present-queue.ts';
import { iso } from './iso.ts';

type State = CallingCompany['certificates'][number]['state'];

/** What serves now before what may serve later, and both before what is over. */
const places: Readonly<Record<State, number>> = {
  'in-force': 0,
  loyalty: 1,
  'not-begun': 2,
  suspended: 3,
  ended: 4,
  revoked: 5,
};

const presentCertificate = (c: SupportCertificate, regulation: Regulation, now: Instant) => ({
  certificateId: c.certificateId,
  number: c.number,
  packageName: packageText(regulation, c.packageId),
  state: stateAt(c, now),
  endsAt: c.endsAt === null ? null : iso(c.endsAt),
  daysLeft: daysLeft(c, now, regulation.zone),
});

const presentCompany = (row: CallingCompanyRow, regulation: Regulation, now: Instant): CallingCompany => ({
  ...row,
  people: [...row.people],
  certificates: row.certificates
    .map((one) => presentCertificate(one, regulation, now))
    .toSorted((one, other) => places[one.state] - places[other.state]),
});

/** Whoever may be calling, by the regulation in force; tickets each by its own version of it. */
export const presentCallers = (
  found: FoundCallers,
  regulation: Regulation,
  tickets: readonly { readonly row: QueueRow; readonly regulation: Regulation }[],
  now: Instant,
): Callers => ({
  phone: found.phone,
  callers: found.callers.map((one) => ({
    ...one,
    companyIds: [...one.companyIds],
    stopped: one.stopped === null ? null : { clause: one.stopped.clause, at: iso(one.stopped.at) },
  })),
  companies: found.companies.map((one) => presentCompany(one, regulation, now)),
  tickets: tickets.map((one) => presentQueueRow(one.row, one.regulation)),
  schedules: presentQueueHours(tickets),
  now: iso(now),
});
