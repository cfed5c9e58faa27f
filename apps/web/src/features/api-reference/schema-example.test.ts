import { endpoints, type Endpoint } from '@reglament/contract';
import { describe, expect, it } from 'vitest';
import { operationsOf } from './operations.ts';
import type { Schema } from './operations.ts';
import { exampleOf, typeWords, variantsOf } from './schema-example.ts';

const schemaOf = (body: NonNullable<Endpoint['body']>): Schema =>
  body.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as Schema;

const bodies = (Object.values(endpoints) as readonly Endpoint[]).flatMap(({ id, body }) =>
  body === undefined ? [] : [[id, body] as const],
);

describe('an example', () => {
  it.each(bodies)('of the body of %s has the form that it wants', (_, body) => {
    const schema = schemaOf(body);
    const variants = variantsOf(schema);
    for (const one of variants.length === 0 ? [schema] : variants.map((v) => v.schema)) {
      const checked = body.safeParse(exampleOf(one));
      // Rules beyond the form, as of a token's letters, a schema does not say; a missing or odd field it does.
      const formal = (checked.error?.issues ?? []).filter(
        ({ code }) => code === 'invalid_type' || code === 'unrecognized_keys' || code === 'invalid_value',
      );
      expect(formal).toEqual([]);
    }
  });

  it('is null where that may be, and the first of a list', () => {
    const text = { type: 'string' };
    const nullable = { anyOf: [text, { type: 'null' }] };
    const properties = { a: nullable, b: { ...text, enum: ['x', 'y'] } };
    expect(exampleOf({ type: 'object', properties, required: ['a', 'b'] })).toEqual({ a: null, b: 'x' });
  });
});

it('a type is told in a few words', () => {
  expect(typeWords({ type: 'string', format: 'uuid' })).toBe('string (uuid)');
  expect(typeWords({ anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }] })).toBe(
    '"a" | "b" | null',
  );
  expect(typeWords({ type: 'array', items: { type: 'boolean' } })).toBe('boolean[]');
});

it('requests are sorted by what their key needs, and by their address where none may', () => {
  const printed = (scope: string | undefined) => ({
    operationId: 'x',
    summary: 'X.',
    security: [],
    ...(scope === undefined ? {} : { 'x-scope': scope }),
    parameters: [],
    responses: { '204': {} },
  });
  const found = operationsOf({
    paths: {
      '/api/desks/{desk}/queue': { get: printed('tickets:read') },
      '/api/desks/{desk}/webhooks': { get: printed(undefined) },
      '/api/session': { post: printed(undefined) },
      '/api/desks/{desk}/regulation': { get: printed('any') },
    },
  });
  expect(found.map(({ area }) => area)).toEqual(['tickets', 'outside', 'session', 'desk']);
  expect(found[0]).toMatchObject({ method: 'GET', status: '204', reply: null, body: null });
});
