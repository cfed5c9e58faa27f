import { expect, it } from 'vitest';
import { withoutChains } from './without-schemas.ts';

it('leaves of a schema its beginning, and of an endpoint what a caller needs', () => {
  const code = `
const id = z.uuid();
const page = z.object({ id, name: z.string().min(1) }).strict();
export const e = { path: '/api/x', method: 'GET', summary: 'Says much.', reply: page, body: z.array(id) };
export const sum = lines.map((z1) => z1.x());`;
  expect(withoutChains(code, 'z')).toBe(`
const id = z;
const page = z;
export const e = { path: '/api/x', method: 'GET', summary: '', reply: page, body: z };
export const sum = lines.map((z1) => z1.x());`);
});
