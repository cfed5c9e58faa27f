import type { Operation } from './operations.ts';

/** What somebody typed for a request. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ReadyRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The request as it goes over the wire; what was left empty is left out. */
export const requestOf = (operation: Operation, typed: Typed): ReadyRequest => {
  const { method, parameters, body } = operation;
  const value = (name: string): string => typed.values[name]?.trim() ?? '';
  const path = operation.path.replace(/\{(\w+)\}/g, (whole, name: string) =>
    value(name) === '' ? whole : encodeURIComponent(value(name)),
  );
  const query = new URLSearchParams(
    parameters.filter((p) => p.in === 'query' && value(p.name) !== '').map((p) => [p.name, value(p.name)]),
  ).toString();
  const headers = Object.fromEntries(
    parameters
      .filter((p) => p.in === 'header' && value(p.name) !== '')
      .map((p) => [p.name.toLowerCase(), p.name === 'If-Match' ? `"${value(p.name)}"` : value(p.name)]),
  );
  return {
    url: query === '' ? path : `${path}?${query}`,
    method,
    headers: { ...headers, ...(body === null ? {} : { 'content-type': body.type }) },
    body: body === null ? null : typed.body,
  };
};

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The same as a command of a shell, with the key as a variable of it. */
export const curlOf = (operation: Operation, typed: Typed, base: string): string => {
  const { url, method, headers, body } = requestOf(operation, typed);
  const type = operation.body?.type;
  const isFile = type === 'multipart/form-data';
  const named = Object.entries(headers).filter(([name]) => !isFile || name !== 'content-type');
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(base + url)}`,
    '-H "Authorization: Bearer $KEY"',
    ...named.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(isFile
      ? ["-F 'file=@document.pdf'"]
      : type === undefined
        ? []
        : type === 'application/json'
          ? [`-d ${quoted(body ?? '')}`]
          : ["--data-binary '@file'"]),
  ].join(' \\\n  ');
};
