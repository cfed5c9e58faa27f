import { z } from 'zod';

/** A company that a request of nobody known names, by what, and as it is on record. */
export const statedCompany = z.object({
  companyId: z.uuid(),
  name: z.string(),
  by: z.enum(['certificate', 'inn', 'name']),
  found: z.string(),
});
