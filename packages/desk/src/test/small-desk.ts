import { written } from './shipped-regulations.ts';

/** The parts of the small regulation that a test may write anew, as YAML. */
export interface SmallParts {
  readonly priorityRules?: string;
  /** All types, with their key. */
  readonly types?: string;
  /** Further schedules. */
  readonly schedules?: string;
  readonly packages?: string;
  readonly clocks?: string;
  readonly lifecycle?: string;
  readonly entitlement?: string;
  /** Further keys at the top. */
  readonly more?: string;
}

const usual = {
  priorityRules: '{default: low, stated-by-customer: counts, changed-by-staff: freely, clause: A-PRIO}',
  types: `
types:
  question: {name: question, definition: question, clause: A-HOURS}`,
  schedules: '',
  packages: `
  basic: {name: basic, rank: 1, hours: office, channels: [email, portal], clause: A-BASIC, channels-clause: A-CHAN}
  plus: {name: plus, rank: 2, hours: office, channels: [email, portal], clause: A-PLUS, channels-clause: A-CHAN}`,
  clocks: `
  reaction:
    name: reaction
    starts: receipt
    stops: [public-reply]
    pauses: []
    after-objection: leave
    warn-at: [50%]
    targets:
      - {packages: any, priorities: high, within: 1 working hour, clause: A-TIME}
      - {packages: any, priorities: low, within: 4 working hours, clause: A-TIME}
    clause: A-TIME
  solution:
    name: solution
    starts: receipt
    stops: [resolution]
    pauses: [waiting-for-customer]
    after-objection: resume
    warn-at: [50%]
    targets:
      - {packages: any, priorities: any, within: 16 working hours, clause: A-TIME}
    clause: A-TIME`,
  lifecycle: `
  confirmation: {objection-needs-reason: false, clause: A-END}
  auto-close: never`,
  entitlement: '{unknown-sender: no-promise, without-package: not-entitled, clause: A-WHO, way-back: back}',
  more: '',
};

/**
 * A regulation of eight hours a day, weekdays by the production calendar (holidays of Russia), two packages and two priorities,
 * with the parts that a test is about; returns the id by which stories know it.
 */
export const small = (name: string, parts: SmallParts): string => {
  const p = { ...usual, ...parts };
  const clauses = new Set([
    'A-HOURS',
    ...(Object.values(p)
      .join(' ')
      .match(/A-[A-Z0-9]+/gu) ?? []),
  ]);
  return written(
    `small: ${name}`,
    `reglament: 1
id: small
name: Small
product: Small
edition: {label: "1", date: 2025-01-01, in-force-from: 2025-01-01}
zone: Europe/Moscow
products: []
addresses: []
schedules:
  office: {name: office, week: {mon-fri: 09:00-17:00}, calendar: ru, clause: A-HOURS}${p.schedules}
${p.types}
priorities:
  high: {rank: 1, name: high, definition: high, clause: A-HOURS}
  low: {rank: 2, name: low, definition: low, clause: A-HOURS}
priority-rules: ${p.priorityRules}
packages:${p.packages}
clocks:${p.clocks}
intake:
  what: {name: what, required: true, from: description, clause: A-HOURS}
lifecycle:${p.lifecycle}
entitlement: ${p.entitlement}
services:
  help: {name: help, packages: {any: yes}, clause: A-HOURS}
clauses:
${[...clauses].map((id) => `  ${id}: {place: "1", ru: правило, en: rule}`).join('\n')}
${p.more}
`,
  );
};
