/**
 * A regulation that answers every question and that nothing can be said against, for tests that spoil it in one place. Rows are
 * short, so that a row is easily replaced.
 */
export const SOUND = `reglament: 1
id: sound
name: Sound
product: Sound
edition: {label: "1", date: 2025-01-01, in-force-from: 2025-01-01}
zone: Europe/Moscow
local-time: desk
versions: {tickets: at-registration, certificates: at-purchase, calendars: open-tickets, customers-told: yes, clause: A-1}
products: [Sound]
installation-types:
  server: {name: server, clause: A-1}
company-roles:
  partner: {name: partner, clause: A-1}
  dealer: {name: dealer, clause: A-1}
named-people:
  guide: {name: guide, clause: A-1}
outsiders: {may: nothing, clause: A-1}
cabinet: {gives: [requests], clause: A-1}
addresses:
  - {channel: email, purpose: support, value: help@sound.example}
  - {channel: phone, purpose: support, value: +7 000}
  - {channel: email, purpose: sales, value: sales@sound.example}
  - {channel: email, purpose: sales, value: ural@sound.example}
terms:
  outage: {name: outage, definition: nothing works, clause: A-1}
schedules:
  office: {name: office, week: {mon-fri: 09:00-18:00}, calendar: ru, shortened: true, clause: A-1}
  always: {name: always, week: {mon-sun: 00:00-24:00}, calendar: none, clause: A-1}
types:
  incident: {name: incident, definition: "an [outage](#outage)", clause: A-1}
  wish: {name: wish, definition: wish, clause: A-1}
priorities:
  high: {rank: 1, name: high, definition: high, clause: A-1}
  low: {rank: 2, name: low, definition: low, clause: A-1}
priority-rules: {default: low, stated-by-customer: supposed, changed-by-staff: freely, change-counts: keep-elapsed, clause: A-1}
packages:
  basic:
    name: basic
    rank: 1
    hours: office
    channels: [email, portal]
    cabinet: yes
    registered-in: cabinet
    tickets: unlimited
    clause: A-1
    channels-clause: A-1
  best:
    name: best
    rank: 2
    hours: {high: always, else: office}
    channels: [email, portal, phone]
    cabinet: yes
    registered-in: desk
    tickets: unlimited
    clause: A-1
    channels-clause: A-1
clocks:
  reaction:
    name: reaction
    starts: registration
    stops: [registration-notice, classification, public-reply]
    pauses: []
    figure-by: set-priority
    after-objection: leave
    after-bounce: count-on
    warn-at: [50%, 1 working hour before]
    targets:
      - {packages: basic, priorities: high, within: 4 working hours, clause: A-1}
      - {packages: basic, priorities: low, within: 8 working hours, clause: A-1}
      - {packages: best, priorities: high, within: 2 working hours, clause: A-1}
      - {packages: best, priorities: low, within: 8 working hours, clause: A-1}
    agreed-date: {packages: any, consent: customer, pauses: move-it, hours: office, clause: A-1}
    clause: A-1
  execution:
    name: execution
    starts: classification
    stops: [resolution, refusal]
    pauses: [waiting-for-customer]
    after-pause: closing-time
    after-objection: resume
    warn-at: [80%]
    targets:
      - {packages: any, priorities: any, within: 2 working days, hours: office, clause: A-1}
    agreed-date: {packages: best, consent: customer, pauses: move-it, hours: any, clause: A-1}
    clause: A-1
intake:
  what: {name: what, required: true, from: description, labels: [what], clause: A-1}
  how-bad: {name: how bad, required: false, from: priority, labels: [priority], clause: A-1}
lines:
  first: {name: first, does: answers, clause: A-1}
  second: {name: second, does: repairs, clause: A-1}
routing:
  lines:
    - {when: {packages: best, priorities: high}, line: second, clause: A-1}
    - {line: first, clause: A-1}
  people:
    - {when: {packages: best}, to: guide, clause: A-1}
  hand-overs:
    - {from: first, to: second, clause: A-1}
queue: {order: [priority, received], clause: A-1}
lifecycle:
  acknowledgement: {over: arrival-channel, clause: A-1}
  confirmation: {objection-needs-reason: true, clause: A-1}
  auto-close: {after: 14 calendar days, warn: 3 days before, stopped-by: any-message, day-off: stays, clause: A-1}
  after-closing: {reply: reopens, within: 7 calendar days, clause: A-1}
  after-expiry: {ticket: served-to-its-end, clause: A-1}
  split: {clocks: own, clause: A-1}
entitlement:
  unknown-sender: no-promise
  without-package: not-entitled
  of-several: best-rank
  other-channel: no-promise
  contacts: company
  standing-of: requester
  abuse: {stopped-by: engineer, reversed-by: lead, clause: A-1}
  clause: A-1
  way-back: buy
services:
  help: {name: help, packages: {any: yes}, clause: A-1}
  remote: {name: remote, packages: {basic: no, best: conditional}, when: {working: now}, clause: A-1}
  visit: {name: visit, packages: {basic: no, best: paid}, clause: A-1}
exclusions:
  training: {name: training, packages: basic, instead: a course, clause: A-1}
  modified: {name: modified, packages: any, when: {product: modified, installation-types: server}, clause: A-1}
works:
  visit: {service: visit, hours: office, cities: [Perm], reach: city, elsewhere: refused, per-ticket: 2, when: {bought: visit}, clause: A-1}
certificates:
  offers:
    - packages: any
      proof: certificate
      sold-to: anybody
      sold-by: [sales, partners]
      terms: [12 months, 24 months]
      usual-term: 12 months
      price: by agreement
      begins: {at: [commissioning], named-date: ignored, not-after: 90 days after sale, clause: A-1}
      clause: A-1
    - packages: best
      proof: standing
      sold-to: {company-is: partner}
      sold-by: [nobody]
      terms: while-standing
      price: free
      begins: {at: [standing given], named-date: ignored, clause: A-1}
      clause: A-1
    - packages: best
      proof: contract
      sold-to: {company-is: dealer}
      sold-by: [sales]
      terms: as-agreed
      price: as agreed
      begins: {at: [contract date], named-date: wins, clause: A-1}
      clause: A-1
  last-day: same-number
  day-off: stays
  covers: {products: named, installation-types: any, quantity: not-counted, over-quantity: flag, licence-agreement: not-asked, compliance-check: not-foreseen, clause: A-1}
  loyalty: {for: 3 months, given: everybody, withholds: [major-versions], clause: A-1}
  renewal: {within: 12 months, starts: previous-end, quantity: as-ordered, through: [portal], clause: A-1}
  late-return: {needs: [upgrade-bought], starts: purchase, clause: A-1}
  clause: A-1
releases:
  - {kind: updates, packages: any, within: any, clause: A-1}
  - {kind: major-versions, packages: any, within: any, when: {version: [current, outdated]}, clause: A-1}
sales:
  inquiries:
    - {districts: [volga, ural], to: ural@sound.example, clause: A-1}
    - {to: sales@sound.example, clause: A-1}
  clause: A-1
examples:
  - {clock: reaction, package: basic, priority: low, from: 2025-02-07 16:00, due: 2025-02-10 15:00, clause: A-1}
  - {clock: execution, package: basic, priority: low, from: 2025-02-07 16:00, due: 2025-02-11 18:00, clause: A-1}
clauses:
  A-1: {place: "1", ru: правило, en: rule}
`;
