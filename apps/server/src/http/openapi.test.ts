import { type Endpoint, endpoints, scopeOf } from '@reglament/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../testing/raw-request.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';

let server: TestServer;
let document: Document;

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: object;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly 'x-scope'?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: object }>>;
  };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: object;
  };
}

beforeAll(async () => {
  server = await startTestServer();
  const reply = await rawRequest(server.url, '/api/openapi.json');
  expect(reply).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
  document = reply.json() as unknown as Document;
});

afterAll(() => server.stop());

const operations = (): readonly (readonly [string, string, Operation])[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [path, method, operation] as const),
  );

const referencesIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : referencesIn(inner),
  );
};

const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

/** Values of `type` in schemas that JSON Schema 2020-12 does not have. */
const oddTypes = (schema: unknown): readonly unknown[] => {
  if (Array.isArray(schema)) return schema.flatMap(oddTypes);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' || key === '$defs') return Object.values(value as object).flatMap(oddTypes);
    if (key === 'type') return [value].flat().filter((t) => !types.has(String(t)));
    return key === 'nullable' ? ['nullable'] : oddTypes(value);
  });
};

describe('the OpenAPI document', () => {
  it('is version 3.1 with every endpoint of the contract and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({
      title: 'Reglament',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    });
    const told = operations().map(([path, method, o]) => `${method.toUpperCase()} ${path} ${o.operationId}`);
    expect(told.toSorted()).toEqual(
      (Object.values(endpoints) as readonly Endpoint[])
        .map((e) => `${e.method} ${e.path} ${e.id}`)
        .toSorted(),
    );
  });

  it('describes each: parameters of the address, body, success, refusal', () => {
    for (const [path, method, operation] of operations()) {
      const inPath = operation.parameters.filter((p) => p.in === 'path');
      expect(inPath.map((p) => p.name).toSorted()).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).toSorted(),
      );
      expect(inPath.every((p) => p.required)).toBe(true);
      expect(new Set(operation.parameters.map((p) => `${p.in} ${p.name}`)).size).toBe(
        operation.parameters.length,
      );
      expect(operation.summary).toMatch(/\.$/);
      expect(operation.requestBody === undefined).toBe(method !== 'post' && method !== 'patch');
      const codes = Object.keys(operation.responses);
      expect(codes).toHaveLength(2);
      expect(codes[0]).toMatch(/^20[0124]$/);
      expect(operation.responses['default']).toMatchObject({ content: { 'application/problem+json': {} } });
    }
  });

  it('names the headers that creating and changing want', () => {
    const headers = (id: string): readonly string[] =>
      operations()
        .find(([, , o]) => o.operationId === id)?.[2]
        .parameters.filter((p) => p.in === 'header')
        .map((p) => p.name) ?? [];
    expect(headers('registerTicket')).toEqual(['Idempotency-Key']);
    expect(headers('commandTicket')).toEqual(['Idempotency-Key', 'If-Match']);
    expect(headers('getQueue')).toEqual([]);
  });

  it('refers only to what it has, in JSON Schema’s own words', () => {
    const references = referencesIn(document);
    expect(references).toContain('#/components/schemas/Problem');
    for (const reference of references) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect({ reference, found: typeof found }).toEqual({ reference, found: 'object' });
    }
    for (const [, , o] of operations())
      expect(oddTypes([o.parameters.map((p) => p.schema), o.requestBody?.content, o.responses])).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"$schema"');
  });

  it('closes every body of JSON to unknown keys', () => {
    for (const [, , o] of operations()) {
      const schema = o.requestBody?.content['application/json']?.schema as
        | { oneOf?: readonly object[]; anyOf?: readonly object[] }
        | undefined;
      if (schema === undefined) continue;
      for (const one of schema.oneOf ?? schema.anyOf ?? [schema])
        expect({ id: o.operationId, ...one }).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it('says which scope a key needs, where a key may', () => {
    for (const e of Object.values(endpoints) as readonly Endpoint[]) {
      const found = operations().find(([, , o]) => o.operationId === e.id)?.[2];
      const scope = scopeOf(e);
      expect({ id: e.id, scope: found?.['x-scope'] ?? null, byKey: JSON.stringify(found?.security) }).toEqual(
        {
          id: e.id,
          scope,
          byKey:
            e.permission === 'public'
              ? '[]'
              : scope === null
                ? '[{"session":[]}]'
                : '[{"session":[]},{"key":[]}]',
        },
      );
    }
  });

  it('says who must be signed in', () => {
    expect(
      operations()
        .filter(([, , o]) => o.security.length === 0)
        .map(([, , o]) => o.operationId)
        .toSorted(),
    ).toEqual(
      [
        'acceptInvitation',
        'checkFirstText',
        'lookAtSetup',
        'setUpFirst',
        'askPasswordReset',
        'askPasskey',
        'askSignInLink',
        'lookAtWayIn',
        'resetPassword',
        'signIn',
        'signInByLink',
        'signInByPasskey',
      ].toSorted(),
    );
  });
});
