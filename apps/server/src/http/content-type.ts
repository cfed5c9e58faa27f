import type { BodyKind } from '@reglament/contract';
import { ProblemAnswer } from './problem-reply.ts';

const mediaTypes: Readonly<Record<BodyKind, string>> = {
  json: 'application/json',
  multipart: 'multipart/form-data',
  'message/rfc822': 'message/rfc822',
  'text/csv': 'text/csv',
};

/** Refuses a body of another kind before it is read, and JSON in another encoding than UTF-8 (RFC 8259). */
export const checkContentType = (kind: BodyKind, header: string | undefined): void => {
  const [type = '', ...parameters] = (header ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== mediaTypes[kind])
    throw new ProblemAnswer('unsupported-media-type', { headers: { 'accept-post': mediaTypes[kind] } });
  const charset = parameters
    .find((p) => p.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (kind === 'json' && charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')
    throw new ProblemAnswer('malformed-json');
};
