import { endpoints } from '@reglament/contract';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contractAsData } from './contract-as-data.ts';

const index = fileURLToPath(new URL('../../../packages/contract/src/index.ts', import.meta.url));
type Load = (id: string) => string | null;

describe('contractAsData', () => {
  const load = contractAsData().load as unknown as Load;

  it('leaves every other module alone', () => {
    expect(load('/packages/contract/src/client.ts')).toBeNull();
  });

  it('says of each route its method and address, and nothing else', () => {
    const said = /^export const endpoints = (.*);$/m.exec(load(index) ?? '')?.[1] ?? '{}';
    const expected = Object.entries(endpoints).map(([name, { method, path }]) => [name, { method, path }]);
    expect(JSON.parse(said)).toEqual(Object.fromEntries(expected));
  });
});
