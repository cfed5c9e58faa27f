import { z } from 'zod';

/** How a version of a product is supported; `planned`: it is not out yet. */
export const supportState = z.enum(['planned', 'current', 'outdated', 'end-of-life']);
