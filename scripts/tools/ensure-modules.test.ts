import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureModules } from './ensure-modules.mjs';

// A project whose only package lies beside it: npm installs it for real, and asks nobody.
let root: string;
let said: string[];
const ensure = (): boolean => ensureModules(root, (line) => said.push(line));
const stampFile = (): string => join(root, 'node_modules/.reglament-lock');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reglament-modules-'));
  said = [];
  describeProject(['part']);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const describeProject = (parts: readonly string[]): void => {
  const dependencies = Object.fromEntries(parts.map((name) => [name, `file:${name}`]));
  const packages: Record<string, object> = { '': { name: 'whole', version: '1.0.0', dependencies } };
  for (const name of parts) {
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
    packages[name] = { version: '1.0.0' };
    packages[`node_modules/${name}`] = { resolved: name, link: true };
  }
  const whole = { name: 'whole', version: '1.0.0' };
  writeFileSync(join(root, 'package.json'), JSON.stringify({ ...whole, dependencies }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...whole, lockfileVersion: 3, packages }));
};

test('a fresh clone is installed, once', () => {
  expect(ensure()).toBe(true);
  expect(existsSync(join(root, 'node_modules/part/package.json'))).toBe(true);
  expect(ensure()).toBe(false);
  expect(said).toEqual(['installing packages: npm ci']);
});

test('a lock that names another package is installed anew', () => {
  ensure();
  const before = readFileSync(stampFile(), 'utf8');
  describeProject(['part', 'another']);
  expect(ensure()).toBe(true);
  expect(existsSync(join(root, 'node_modules/another/package.json'))).toBe(true);
  expect(readFileSync(stampFile(), 'utf8')).not.toBe(before);
});

test('a lock that lost a package is installed anew', () => {
  describeProject(['part', 'another']);
  ensure();
  describeProject(['part']);
  expect(ensure()).toBe(true);
  expect(existsSync(join(root, 'node_modules/another'))).toBe(false);
});

test('packages that npm install has already put there are left alone', () => {
  ensure();
  rmSync(stampFile());
  expect(ensure()).toBe(false);
  expect(existsSync(stampFile())).toBe(true);
});

test('npm that fails is an error, and nothing is marked as installed', () => {
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ name: 'whole', dependencies: { gone: 'file:gone' } }),
  );
  expect(ensure).toThrow('npm ci');
  expect(existsSync(stampFile())).toBe(false);
});
