/** As small as a regulation with everything that it must have. */
export const SMALL = `reglament: 1
id: small
name: Small
product: Small
edition: {label: "1", date: 2025-01-01, in-force-from: 2025-01-01}
zone: Europe/Moscow
products: []
addresses: []
schedules:
  office: {name: office, week: {mon-fri: 09:00-18:00}, calendar: none, clause: A-1}
types: {}
priorities:
  high: {rank: 1, name: high, definition: high, aliases: [h], clause: A-1}
  low: {rank: 2, name: low, definition: low, clause: A-1}
priority-rules: {default: low, stated-by-customer: counts, changed-by-staff: freely, clause: A-1}
packages:
  one: {name: one, rank: 1, hours: office, channels: [email], clause: A-1, channels-clause: A-1}
clocks:
  reaction:
    name: reaction
    starts: receipt
    stops: [public-reply]
    pauses: []
    after-objection: leave
    warn-at: [50%, 80%]
    targets:
      - {packages: any, priorities: high, within: 1 working hour, clause: A-1}
      - {packages: any, priorities: low, within: 8 working hours, clause: A-1}
    clause: A-1
intake:
  what: {name: what, required: true, from: description, clause: A-1}
lifecycle:
  confirmation: {objection-needs-reason: true, clause: A-1}
  auto-close: {after: 14 calendar days, warn: 3 days before, clause: A-1}
entitlement: {unknown-sender: no-promise, without-package: not-entitled, clause: A-1, way-back: back}
services:
  help: {name: help, packages: {any: yes}, clause: A-1}
examples:
  - {clock: reaction, package: one, priority: high, from: 2025-02-07 17:30, due: 2025-02-10 09:30, clause: A-1}
clauses:
  A-1: {place: "1", ru: правило, en: rule}
`;
