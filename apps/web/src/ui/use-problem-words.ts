import { ProblemError, type Problem } from '@reglament/contract';
import { useI18n } from '../i18n/i18n.tsx';

export interface ProblemWords {
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly string[];
  readonly clause: string | null;
  readonly requestId: string | null;
  /** What happened meanwhile, for a stale page. */
  readonly changes: NonNullable<Problem['current']>['changes'];
}

/** An error in words for the person: the server's own words for a refusal, ours when it could not be reached. */
export const useProblemWords = (error: Error): ProblemWords => {
  const { m } = useI18n();
  const nothing = { fields: [], clause: null, requestId: null, changes: [] };
  if (!(error instanceof ProblemError))
    return { ...nothing, title: m.trouble.network, detail: m.trouble.networkHint };
  const { problem } = error;
  // What changed is told of a ticket; of anything else its own words say what to do.
  if (problem.code === 'stale' && problem.current === undefined)
    return { ...nothing, title: problem.detail, detail: '' };
  if (problem.code === 'stale') {
    return {
      ...nothing,
      title: m.trouble.stale,
      detail: m.trouble.staleHint,
      changes: problem.current?.changes ?? [],
    };
  }
  return {
    title: problem.title,
    detail: problem.detail === problem.title ? '' : problem.detail,
    fields: (problem.errors ?? []).map((one) => one.detail ?? `${one.pointer}: ${one.code}`),
    clause: problem.clause ?? null,
    requestId: problem.status >= 500 ? problem.requestId : null,
    changes: [],
  };
};
