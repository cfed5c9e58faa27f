import { beforeEach, expect, it, vi } from 'vitest';
import { keepIntent, readIntent } from './kept-intent.ts';

const DAY_MS = 24 * 3_600_000;
const intent = { key: 'k1', body: '{"text":"Да"}', version: 3 };
let store: Map<string, string>;

beforeEach(() => {
  store = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => store.set(key, value),
    removeItem: (key: string) => store.delete(key),
  });
});

it('what was sent and not answered is there after the page was loaded anew, with its key and version', () => {
  keepIntent('draft.1', intent);
  expect(readIntent('draft.1')).toEqual(intent);
  expect(readIntent('draft.2')).toBeNull();
});

it('an answer leaves nothing behind', () => {
  keepIntent('draft.1', intent);
  keepIntent('draft.1', null);
  expect(store.size).toBe(0);
});

it('after a day the server knows the key no more: it is a new intent', () => {
  keepIntent('draft.1', intent);
  expect(readIntent('draft.1', Date.now() + DAY_MS + 1_000)).toBeNull();
});

it('what cannot be read is as if it were not there', () => {
  for (const broken of ['{', '[]', '{"key":1}', 'null', '{"key":"k","body":"b"}']) {
    store.set('draft.1.sending', broken);
    expect(readIntent('draft.1')).toBeNull();
  }
});

it('an intent of a form without a draft is kept nowhere', () => {
  keepIntent(undefined, intent);
  expect(store.size).toBe(0);
  expect(readIntent(undefined)).toBeNull();
});
