import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reglament-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (yaml: string) => {
  const path = join(folder, 'mail.yaml');
  await writeFile(path, yaml);
  return readConfig({ MAIL_CONFIG: path, DATA_DIR: folder });
};

describe('an address of sales', () => {
  it('is read in lower case, as letters name it', async () => {
    const { mail } = await read('desks: {flat: {address: help@a.example, sales-address: Sales@A.example}}');
    expect(mail['flat']?.['sales-address']).toBe('sales@a.example');
  });

  it('that is the desk’s own would make every letter an inquiry: refused', async () => {
    await expect(
      read('desks: {flat: {address: help@a.example, sales-address: HELP@a.example}}'),
    ).rejects.toThrow(/own address/);
  });

  it('of two desks is refused, and says whose', async () => {
    await expect(
      read('desks: {flat: {sales-address: s@a.example}, optima: {sales-address: s@a.example}}'),
    ).rejects.toThrow(/flat: sales-address s@a\.example belongs to another desk too/);
  });
});
