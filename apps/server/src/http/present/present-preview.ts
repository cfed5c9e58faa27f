import type { PortalCoverage } from '@reglament/contract';
import {
  type Calendars,
  type Clock,
  type Coverage,
  describeTrail,
  type Regulation,
  takesCalls,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { deadlineOf } from '../../text/deadline-words.ts';
import { trailNames } from '../../text/trail-names.ts';
import type { PreviewedRequest } from '../../use-cases/preview-request.ts';
import { coverageSummary } from './coverage-summary.ts';

const answers: Readonly<Record<Coverage['kind'], PortalCoverage['answer']>> = {
  covered: 'yes',
  fallback: 'yes',
  lifted: 'yes',
  unidentified: 'unknown',
  'not-entitled': 'no',
  channel: 'no',
};

/** What a request would be, in the customer's words: served with which deadlines, or why not and what to do. */
export const presentPreview = (
  { coverage, trail, ticket }: PreviewedRequest,
  given: { readonly regulation: Regulation; readonly calendars: Calendars; readonly now: Instant },
): PortalCoverage => {
  const { regulation } = given;
  const told = describeTrail(trail, trailNames(regulation), 'customer');
  const answer =
    coverage.kind === 'unidentified' && coverage.packageId !== null ? 'yes' : answers[coverage.kind];
  const deadline = (clock: Clock): PortalCoverage['deadlines'][number] => {
    const ru = deadlineOf(clock, given, 'ru');
    const en = deadlineOf(clock, given, 'en');
    return {
      name: { ru: ru.name, en: en.name },
      says: { ru: ru.says, en: en.says },
      clause: ru.clause,
    };
  };
  return {
    answer,
    says: coverageSummary(coverage, regulation),
    clause: coverage.clause,
    deadlines: answer === 'no' ? [] : ticket.clocks.map(deadline),
    next: told.next,
    takesCalls: takesCalls(ticket, regulation),
    why: {
      certificates: told.certificates.map((one) => ({ ...one, rules: [...one.rules] })),
      rules: [...told.rules],
      next: told.next,
    },
  };
};
