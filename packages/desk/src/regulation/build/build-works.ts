import { buildCondition } from './build-condition.ts';
import {
  clauseAt,
  keysOf,
  packagesAt,
  referencesAt,
  scheduleAt,
  serviceAt,
  textOf,
  type BuildContext,
} from './build-context.ts';
import { type Works } from '../handling-rules.ts';

const buildVisit = (context: BuildContext): Works['visit'] => {
  const file = context.file.works?.visit;
  const path = ['works', 'visit'];
  if (file === undefined) return null;
  return {
    service: serviceAt(context, file.service, [...path, 'service']),
    hours: scheduleAt(context, file.hours, [...path, 'hours']),
    cities: file.cities,
    reach: file.reach,
    elsewhere: file.elsewhere,
    perTicket: file['per-ticket'],
    when: buildCondition(context, file.when, [...path, 'when']),
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const buildRemoteSession = (context: BuildContext): Works['remoteSession'] => {
  const file = context.file.works?.['remote-session'];
  const path = ['works', 'remote-session'];
  if (file === undefined) return null;
  return {
    service: serviceAt(context, file.service, [...path, 'service']),
    decidedBy: file['decided-by'],
    needs: file.needs ?? [],
    tools: file.tools ?? [],
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

const buildEstimate = (context: BuildContext): Works['estimate'] => {
  const file = context.file.works?.estimate;
  const path = ['works', 'estimate'];
  if (file === undefined) return null;
  const known = keysOf(context.file.types);
  return {
    types: referencesAt(context, 'type', file.types, known, [...path, 'types']) ?? known,
    holds: file.holds,
    acceptedBy: file['accepted-by'],
    clause: clauseAt(context, file.clause, [...path, 'clause']),
  };
};

export const buildWorks = (context: BuildContext): Works => {
  const file = context.file.works ?? {};
  const at = (key: string, clause: string) => clauseAt(context, clause, ['works', key, 'clause']);
  const live = file['live-system'];
  const bench = file['test-bench'];
  const { information, defect } = file;
  return {
    remoteSession: buildRemoteSession(context),
    visit: buildVisit(context),
    liveSystem:
      live === undefined
        ? null
        : { consent: live.consent, says: textOf(live.says), clause: at('live-system', live.clause) },
    testBench:
      bench === undefined
        ? null
        : { accessUntil: bench['access-until'], clause: at('test-bench', bench.clause) },
    information:
      information === undefined
        ? null
        : {
            checklist: (information.checklist ?? []).map(textOf),
            clause: at('information', information.clause),
          },
    estimate: buildEstimate(context),
    defect:
      defect === undefined
        ? null
        : {
            packages: packagesAt(context, defect.packages, ['works', 'defect', 'packages']),
            tellCustomer: defect['tell-customer'] === 'yes',
            clause: at('defect', defect.clause),
          },
  };
};
