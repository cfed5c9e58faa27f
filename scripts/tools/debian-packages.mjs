// @ts-check
// Debian packages for the tests, installed without starting a service.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fromPath } from './find-programs.mjs';

const POLICY_FILE = '/usr/sbin/policy-rc.d';
const ATTEMPTS = 20;

/** @returns {{ aptGet: boolean, chromiumIsADebianPackage: boolean }} what this process may install by itself */
export function debianRights() {
  const root = process.getuid?.() === 0;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const family = existsSync('/etc/debian_version') && fromPath(['apt-get']) !== null;
  // Ubuntu's package of that name is a door to a snap, which doesn't work as root in a container.
  return { aptGet: root && family, chromiumIsADebianPackage: root && family && /^ID=debian$/m.test(release) };
}

/**
 * @param {readonly string[]} packages
 * @param {(line: string) => void} say
 * @throws {Error} when apt-get fails
 */
export function installDebianPackages(packages, say) {
  say(`installing Debian packages with apt-get: ${packages.join(' ')}`);
  withoutServices(() => {
    aptGet(['update']);
    aptGet(['install', '-y', '--no-install-recommends', ...packages]);
    if (packages.includes('dovecot-core')) leaveOutOfBoot('dovecot', say);
  });
}

/**
 * Our tests start Dovecot themselves, from their own configuration: the package's own service has no business here.
 * @param {string} service
 * @param {(line: string) => void} say
 */
function leaveOutOfBoot(service, say) {
  const ways = [
    ['systemctl', 'disable', `${service}.service`, `${service}.socket`],
    ['update-rc.d', service, 'disable'],
  ];
  for (const [command = '', ...args] of ways) {
    if (fromPath([command]) !== null) spawnSync(command, args, { stdio: 'ignore' });
  }
  say(`the ${service} service is neither started nor enabled at boot`);
}

/**
 * invoke-rc.d asks policy-rc.d before a package starts its service; 101 is "not allowed". A policy that is already
 * there is its owner's and stays.
 * @param {() => void} work
 */
function withoutServices(work) {
  const ours = !existsSync(POLICY_FILE);
  if (ours) {
    writeFileSync(POLICY_FILE, '#!/bin/sh\nexit 101\n');
    chmodSync(POLICY_FILE, 0o755);
  }
  try {
    work();
  } finally {
    if (ours) rmSync(POLICY_FILE, { force: true });
  }
}

/** @param {readonly string[]} args */
function aptGet(args) {
  for (let attempt = 1; ; attempt += 1) {
    const done = spawnSync('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      // RUNLEVEL=1 says the same as the policy to maintainer scripts that look at the run level only.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1', LC_ALL: 'C.UTF-8' },
    });
    process.stderr.write(done.stderr ?? '');
    if (done.status === 0) return;
    // `update` doesn't wait for another apt's lock by itself.
    const locked = /Could not get lock|Unable to lock/.test(done.stderr ?? '');
    if (!locked || attempt >= ATTEMPTS) {
      throw new Error(`apt-get ${args.join(' ')} failed (exit code ${done.status ?? done.error?.message})`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  }
}
