import { expect, it } from 'vitest';
import type { Operation } from './operations.ts';
import { curlOf, requestOf } from './request-of.ts';

const text = { type: 'string' };
const operation: Operation = {
  id: 'commandTicket',
  method: 'POST',
  path: '/api/desks/{desk}/tickets/{number}/commands',
  summary: 'X.',
  area: 'tickets',
  scope: 'tickets:write',
  parameters: [
    { name: 'desk', in: 'path', required: true, schema: text },
    { name: 'number', in: 'path', required: true, schema: text },
    { name: 'search', in: 'query', required: false, schema: text },
    { name: 'Idempotency-Key', in: 'header', required: true, schema: text },
    { name: 'If-Match', in: 'header', required: true, schema: text },
  ],
  body: { type: 'application/json', schema: {} },
  status: '200',
  reply: null,
};
const typed = {
  values: { desk: 'centaur', number: '1/2', search: 'ё & е', 'Idempotency-Key': 'k', 'If-Match': '3' },
  body: `{"text":"it's"}`,
};

it('becomes a request with everything in its place', () => {
  expect(requestOf(operation, typed)).toEqual({
    url: '/api/desks/centaur/tickets/1%2F2/commands?search=%D1%91+%26+%D0%B5',
    method: 'POST',
    headers: { 'idempotency-key': 'k', 'if-match': '"3"', 'content-type': 'application/json' },
    body: `{"text":"it's"}`,
  });
  expect(requestOf(operation, { ...typed, values: { desk: 'centaur' } })).toMatchObject({
    url: '/api/desks/centaur/tickets/{number}/commands',
    headers: { 'content-type': 'application/json' },
  });
});

it('becomes a command that a shell reads as it was meant', () => {
  expect(curlOf(operation, typed, 'https://desk.example')).toBe(
    [
      "curl -X POST 'https://desk.example/api/desks/centaur/tickets/1%2F2/commands?search=%D1%91+%26+%D0%B5' \\",
      '  -H "Authorization: Bearer $KEY" \\',
      "  -H 'idempotency-key: k' \\",
      `  -H 'if-match: "3"' \\`,
      "  -H 'content-type: application/json' \\",
      `  -d '{"text":"it'\\''s"}'`,
    ].join('\n'),
  );
});
