import type { Role } from '@reglament/contract';

/** Who issues, renews and corrects certificates; the others read. */
export const mayChange = (role: Role): boolean =>
  role === 'sales' || role === 'lead' || role === 'administrator';
