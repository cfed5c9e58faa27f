import type { OutsideWords } from '../../i18n/ru/outside.ts';

/** A JSON Schema as the server prints it: only what is shown here is named. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly additionalProperties?: Schema | boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface PrintedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly object[];
  readonly 'x-scope'?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

/** The document at `/api/openapi.json`. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, PrintedOperation>>>>;
}

export type Area = keyof OutsideWords['reference']['areas'];

/** One request of the API. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly area: Area;
  /** What a key needs; `any`: every key may; null: none may. */
  readonly scope: string | null;
  readonly parameters: readonly Parameter[];
  /** null: it takes none. */
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  readonly status: string;
  /** null: nothing is answered, or a file. */
  readonly reply: Schema | null;
}

const areaOfPath: readonly (readonly [RegExp, Area])[] = [
  [/^\/api\/session/, 'session'],
  [/^\/api\/(?:portal|account)/, 'portal'],
  [/\/(?:api-keys|webhooks)/, 'outside'],
  [/\/letters/, 'letters'],
];

const areaOf = (path: string, scope: string | undefined): Area => {
  const [area] = (scope ?? '').split(':');
  if (area === 'tickets' || area === 'companies' || area === 'certificates') return area;
  if (area === 'sales' || area === 'products') return area;
  return areaOfPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'desk';
};

const firstContent = (holder: Content | undefined): { type: string; schema: Schema } | null => {
  const [found] = Object.entries(holder?.content ?? {});
  return found === undefined ? null : { type: found[0], schema: found[1].schema };
};

/** Every request of the document, in its order. */
export const operationsOf = (document: OpenApi): readonly Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, printed]) => {
      const [status = '200', success] =
        Object.entries(printed.responses).find(([code]) => code.startsWith('2')) ?? [];
      return {
        id: printed.operationId,
        method: method.toUpperCase(),
        path,
        summary: printed.summary,
        area: areaOf(path, printed['x-scope']),
        scope: printed['x-scope'] ?? null,
        parameters: printed.parameters,
        body: firstContent(printed.requestBody),
        status,
        reply: firstContent(success)?.schema ?? null,
      };
    }),
  );
