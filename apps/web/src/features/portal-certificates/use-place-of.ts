import { useI18n } from '../../i18n/i18n.tsx';
import { usePortal } from '../portal/index.ts';

/** A clause as a refusal names it: `SH-P-ACT2, п. 2: …`. */
export const usePlaceOf = (): ((id: string) => string) => {
  const { say } = useI18n();
  const { clause } = usePortal();
  return (id) => {
    const found = clause(id);
    return found === null ? id : `${found.id}: ${say(found.says)}`;
  };
};
