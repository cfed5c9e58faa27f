import { type Endpoint, endpoints, problem, scopeOf } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
};

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

const parametersOf = (e: Endpoint): readonly unknown[] => {
  const path = Object.entries((schemaOf(e.params, 'input') as ObjectSchema).properties ?? {}).map(
    ([name, schema]) => ({ name, in: 'path', required: true, schema }),
  );
  const query = e.query === undefined ? null : (schemaOf(e.query, 'input') as ObjectSchema);
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: query?.required?.includes(name) ?? false,
    schema,
  }));
  const headers = [
    ...(e.idempotent === true
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', maxLength: 128 },
          },
        ]
      : []),
    ...(e.versioned === true
      ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string', pattern: '^"\\d+"$' } }]
      : []),
  ];
  return [...path, ...inQuery, ...headers];
};

const bodyOf = (e: Endpoint): unknown => {
  if (e.bodyKind === 'multipart')
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: { file: { type: 'string', format: 'binary' } },
          },
        },
      },
    };
  if (e.bodyKind === 'message/rfc822' || e.bodyKind === 'text/csv')
    return {
      required: true,
      content: { [e.bodyKind]: { schema: { type: 'string', format: 'binary' } } },
    };
  return e.body === undefined
    ? undefined
    : { required: true, content: { 'application/json': { schema: schemaOf(e.body, 'input') } } };
};

const problemReply = {
  description: 'Refused; the body says why',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** By session or, where a key may, by key; the scope that it needs is an extension of ours. */
const securityOf = (e: Endpoint): object => {
  if (e.permission === 'public') return { security: [] };
  const scope = scopeOf(e);
  return scope === null
    ? { security: [{ session: [] }] }
    : { security: [{ session: [] }, { key: [] }], 'x-scope': scope };
};

const operationOf = (e: Endpoint): unknown => {
  const status = String(e.status ?? 200);
  const success =
    status === '204'
      ? { description: 'Done' }
      : { description: 'Done', content: { 'application/json': { schema: schemaOf(e.reply, 'output') } } };
  const requestBody = bodyOf(e);
  return {
    operationId: e.id,
    summary: e.summary,
    ...securityOf(e),
    parameters: parametersOf(e),
    ...(requestBody === undefined ? {} : { requestBody }),
    responses: { [status]: success, default: problemReply },
  };
};

/** OpenAPI 3.1 printed from the contract: nothing is described twice. */
export const openApiDocument = (baseUrl: string): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const e of Object.values(endpoints))
    paths[e.path] = { ...paths[e.path], [e.method.toLowerCase()]: operationOf(e) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reglament',
      version: '0.1.0',
      description: 'Technical-support desk whose rules are data.',
    },
    servers: [{ url: baseUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'reglament.session_token' },
        key: { type: 'http', scheme: 'bearer', description: 'A key of the desk: `Bearer rgl_...`' },
      },
    },
  };
};

export const openApiRoute = (app: FastifyInstance, baseUrl: string): void => {
  const document = JSON.stringify(openApiDocument(baseUrl));
  app.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
};
