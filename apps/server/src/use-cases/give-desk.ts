import type { DeskId } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { insertAudit } from '../store/audit.ts';
import type { Queries } from '../store/database.ts';
import { insertStaff } from '../store/desks.ts';
import { addGoodAt } from '../store/people.ts';
import { administratorsOfAll } from '../store/queries/desks.ts';
import type { RegulationChange } from '../text/regulation-change-words.ts';

/**
 * Gives a desk that was just made to those who administer the others, so that somebody can enter it. In an installation
 * where nobody works yet it is nobody's, as all desks of a first start are, and there is nothing to say of it.
 */
export const giveDesk = async (
  q: Queries,
  { deskId, slug }: { readonly deskId: DeskId; readonly slug: string },
  { now, newId }: { readonly now: Instant; readonly newId: () => string },
): Promise<readonly RegulationChange[]> => {
  const { staffed, administrators } = await administratorsOfAll(q);
  if (!staffed) return [];
  for (const { personId } of administrators) {
    await insertStaff(q, deskId, personId, 'administrator');
    await addGoodAt(q, personId, deskId);
    await insertAudit(q, {
      auditId: newId(),
      at: now,
      action: 'role-given',
      outcome: 'administrator',
      personId,
      target: `desk ${slug}`,
      clientAddress: '',
      requestId: null,
    });
  }
  return [{ slug, kind: 'desk-made', administrators: administrators.map(({ email }) => email) }];
};
