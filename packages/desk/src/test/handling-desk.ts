import { written } from './shipped-regulations.ts';

const clauses = [
  'H-HOURS',
  'H-BASIC',
  'H-PLUS',
  'H-CHAN',
  'H-TIME',
  'H-PRIO',
  'H-WHO',
  'H-END',
  'H-SPLIT',
  'H-MEANS',
  'H-OUT-MOD',
  'H-OUT-DEV',
  'H-OUT-NIGHT',
  'H-OUT-FAX',
  'H-SET',
  'H-FEATURE',
  'H-REMOTE',
  'H-AUDIT',
  'H-L1',
  'H-L2',
  'H-L3',
  'H-ROUTE',
  'H-OVER',
  'H-LIST',
];

const TEXT = `reglament: 1
id: handling
name: {ru: Завод, en: Works}
product: {ru: Станок, en: Lathe}
edition: {label: "1", date: 2025-01-01, in-force-from: 2025-01-01}
zone: Europe/Moscow
products: []
addresses: []
schedules:
  office: {name: {ru: дни, en: days}, week: {mon-fri: 09:00-17:00}, calendar: ru, clause: H-HOURS}
types:
  question: {name: {ru: Вопрос, en: Question}, definition: {ru: Вопрос, en: Question}, clause: H-HOURS}
  setup: {name: {ru: Настройка, en: Setup}, definition: {ru: Настройка, en: Setup}, clause: H-HOURS}
priorities:
  high: {rank: 1, name: {ru: Срочно, en: High}, definition: {ru: Срочно, en: High}, clause: H-PRIO}
  low: {rank: 2, name: {ru: Обычно, en: Low}, definition: {ru: Обычно, en: Low}, clause: H-PRIO}
priority-rules: {default: low, stated-by-customer: counts, changed-by-staff: freely, clause: H-PRIO}
packages:
  basic: {name: {ru: Основной, en: Basic}, rank: 1, hours: office, channels: [email, phone], clause: H-BASIC, channels-clause: H-CHAN}
  plus: {name: {ru: Полный, en: Plus}, rank: 2, hours: office, channels: [email, phone], clause: H-PLUS, channels-clause: H-CHAN}
clocks:
  reaction:
    name: {ru: Реакция, en: Reaction}
    starts: receipt
    stops: [public-reply]
    pauses: []
    after-objection: leave
    warn-at: [50%]
    targets: [{packages: any, priorities: any, within: 4 working hours, clause: H-TIME}]
    clause: H-TIME
  verdict:
    name: {ru: Вердикт, en: Verdict}
    starts: receipt
    stops: [resolution, refusal]
    pauses: [waiting-for-customer]
    after-objection: resume
    warn-at: [50%]
    targets: [{packages: any, priorities: any, within: 16 working hours, clause: H-TIME}]
    clause: H-TIME
  solution:
    name: {ru: Решение, en: Solution}
    starts: receipt
    stops: [resolution]
    pauses: [waiting-for-customer]
    after-objection: resume
    warn-at: [50%]
    targets: [{packages: plus, priorities: any, within: 40 working hours, clause: H-TIME}, {packages: basic, priorities: any, within: nothing, clause: H-TIME}]
    clause: H-TIME
intake:
  what: {name: {ru: Описание, en: Description}, required: true, from: description, clause: H-HOURS}
lifecycle:
  confirmation: {objection-needs-reason: true, clause: H-END}
  auto-close: {after: 14 calendar days, warn: 3 days before, clause: H-END}
  split: {clocks: own, clause: H-SPLIT}
  answers-by: {means: [email, phone, remote-session], clause: H-MEANS}
  outcomes:
    fixed: {name: {ru: Исправлено, en: Fixed}, clause: H-END}
    workaround: {name: {ru: Обходное решение, en: Workaround}, clause: H-END}
entitlement: {unknown-sender: no-promise, without-package: not-entitled, clause: H-WHO, way-back: {ru: Купите, en: Buy}}
services:
  help: {name: {ru: Советы, en: Advice}, packages: {any: yes}, clause: H-SET}
  training: {name: {ru: Обучение, en: Training}, packages: {any: no}, instead: {ru: Есть видеокурс, en: There is a video course}, clause: H-SET}
  setup: {name: {ru: Наладка, en: Setup}, packages: {basic: paid, plus: yes}, clause: H-SET}
  remote: {name: {ru: Удалённый доступ, en: Remote access}, packages: {basic: no, plus: yes}, clause: H-REMOTE}
  feature: {name: {ru: Доработка, en: Feature}, packages: {basic: no, plus: conditional}, when: {interest: {customers: 2}}, clause: H-FEATURE}
  night: {name: {ru: Срочный выпуск, en: Urgent release}, packages: {basic: no, plus: conditional}, when: {priorities: high}, clause: H-FEATURE}
  visit: {name: {ru: Выезд, en: Visit}, packages: {basic: no, plus: conditional}, clause: H-FEATURE}
  audit: {name: {ru: Проверка, en: Audit}, packages: {any: agreement}, clause: H-AUDIT}
exclusions:
  modified: {name: {ru: Изменённые пакеты, en: Modified packages}, packages: any, when: {product: modified}, instead: {ru: Верните исходный пакет, en: Put the original package back}, clause: H-OUT-MOD}
  devices: {name: {ru: Чужие устройства, en: Foreign devices}, packages: any, clause: H-OUT-DEV}
  at-night: {name: {ru: Ночные работы, en: Work at night}, packages: basic, clause: H-OUT-NIGHT}
  fax: {name: {ru: Заявки по телефону, en: Requests by phone}, packages: any, when: {channels: phone}, clause: H-OUT-FAX}
  no-remote: {name: {ru: Удалённая помощь, en: Remote help}, packages: basic, service: remote, clause: H-REMOTE}
lines:
  1: {name: {ru: Первая, en: First}, does: {ru: Приём, en: Intake}, clause: H-L1}
  2: {name: {ru: Вторая, en: Second}, does: {ru: Ремонт, en: Repair}, clause: H-L2}
  3: {name: {ru: Третья, en: Third}, does: {ru: Разработка, en: Development}, clause: H-L3}
routing:
  lines:
    - {when: {bought: setup}, line: 3, clause: H-ROUTE}
    - {when: {packages: plus}, line: 2, clause: H-ROUTE}
    - {line: 1, clause: H-ROUTE}
  hand-overs:
    - {from: 1, to: 2, needs: [{ru: Журналы, en: Logs}, {ru: Описание стенда, en: Description of the bench}], clause: H-OVER}
    - {from: 2, to: 3, clause: H-OVER}
works:
  information: {checklist: [{ru: Версия, en: Version}, {ru: Схема сети, en: Network plan}, {ru: Журнал, en: Log}], clause: H-LIST}
clauses:
${clauses.map((id) => `  ${id}: {place: "${id}", ru: правило, en: rule}`).join('\n')}
`;

/**
 * A desk whose regulation says everything about handling: exclusions, services of every level, three lines, outcomes, means of
 * answers, a checklist, splitting with clocks of its own. Known to `shipped` by this name.
 */
export const handlingDesk = written('handling', TEXT);

/** The same where a split-off ticket inherits its clocks, and where nothing is said of splitting. */
export const inheritingDesk = written(
  'handling: inherited clocks',
  TEXT.replace('clocks: own', 'clocks: inherited'),
);
/** The same where a merged ticket's clocks are those of the one that stays. */
export const keptClocksDesk = written(
  'handling: merging keeps the clocks',
  TEXT.replace('  answers-by:', '  merge: {clocks: of-the-kept, clause: H-SPLIT}\n  answers-by:'),
);
/** The same where those that are due first go on. */
export const firstDueDesk = written(
  'handling: merging keeps the first due',
  TEXT.replace('  answers-by:', '  merge: {clocks: due-first, clause: H-SPLIT}\n  answers-by:'),
);
export const unsplitDesk = written('handling: no word of splitting', TEXT.replace(/\n {2}split: .*/u, ''));
