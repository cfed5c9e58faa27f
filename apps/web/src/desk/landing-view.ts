import type { QueueView, Role } from '@reglament/contract';
import type { Regulation } from '@reglament/desk';
import { waitsForClassification } from '@reglament/desk/clock';

/** Where work begins: whoever receives tickets begins with what no clock lets wait, everybody else with all that is open. */
export const landingView = (role: Role, regulation: Regulation): QueueView =>
  role === 'dispatcher' && waitsForClassification(regulation) ? 'classify' : 'open';
