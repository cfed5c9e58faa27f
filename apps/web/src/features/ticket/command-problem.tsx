import { useDesk } from '../../desk/desk-context.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

interface Props {
  readonly error: Error;
  readonly onRetry?: () => void;
  readonly onDismiss?: () => void;
}

/** Why a command was not done, with the clause in words and times in the desk's zone. */
export function CommandProblem({ error, onRetry, onDismiss }: Props) {
  const { m, say } = useI18n();
  const { dates, clause } = useDesk();
  const sayClause = (id: string) => {
    const found = clause(id);
    return found === null ? id : `${m.common.clause(found.place)}: ${say(found.says)}`;
  };
  return (
    <ProblemNotice
      error={error}
      onRetry={onRetry}
      onDismiss={onDismiss}
      writeTime={dates.short}
      clause={sayClause}
    />
  );
}
