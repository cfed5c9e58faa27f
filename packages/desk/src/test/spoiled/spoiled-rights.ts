import type { SpoiledPlace } from './spoiled-place.ts';

const BASIC_CABINET = 'channels: [email, portal]\n    cabinet: yes\n    registered-in: cabinet';

/** Services, channels and certificates that nobody can have. */
export const SPOILED_RIGHTS: readonly SpoiledPlace[] = [
  {
    code: 'address-for-nobody',
    what: 'a messenger that no package has',
    changes: [['terms:\n', '  - {channel: messenger, purpose: support, value: x}\nterms:\n']],
    at: '/addresses/4',
    near: [['terms:\n', '  - {channel: messenger, purpose: sales, value: x}\nterms:\n']],
  },
  {
    code: 'channel-without-address',
    what: 'a phone without a number',
    changes: [['  - {channel: phone, purpose: support, value: +7 000}\n', '']],
    at: '/packages/best/channels',
    near: [['channels: [email, portal, phone]', 'channels: [email, portal, phone, web-form]']],
  },
  {
    code: 'other-channel-nobody',
    what: 'as if over a messenger',
    changes: [['other-channel: no-promise', 'other-channel: {as: messenger}']],
    near: [['other-channel: no-promise', 'other-channel: {as: portal}']],
  },
  {
    code: 'portal-without-cabinet',
    what: 'a portal and no cabinet',
    changes: [[BASIC_CABINET, 'channels: [email, portal]\n    cabinet: no\n    registered-in: desk']],
    at: '/packages/basic/channels',
  },
  {
    code: 'registered-in-missing-cabinet',
    what: 'registered in a cabinet that is not there',
    changes: [[BASIC_CABINET, 'channels: [email]\n    cabinet: no\n    registered-in: cabinet']],
    at: '/packages/basic/registered-in',
    near: [[BASIC_CABINET, 'channels: [email]\n    cabinet: no\n    registered-in: page-without-account']],
  },
  {
    code: 'renewal-needs-cabinet',
    what: 'renewal through the portal only',
    changes: [[BASIC_CABINET, 'channels: [email]\n    cabinet: no\n    registered-in: desk']],
    at: '/certificates/renewal/through',
    near: [
      [BASIC_CABINET, 'channels: [email]\n    cabinet: no\n    registered-in: desk'],
      ['through: [portal]', 'through: [portal, email]'],
    ],
  },
  {
    code: 'cabinet-for-nobody',
    what: 'a cabinet that no package has',
    changes: [
      [BASIC_CABINET, 'channels: [email]\n    cabinet: no\n    registered-in: desk'],
      ['channels: [email, portal, phone]\n    cabinet: yes', 'channels: [email, phone]\n    cabinet: no'],
    ],
    at: '/cabinet',
  },
  {
    code: 'exclusion-of-included-service',
    what: 'what the package includes is refused',
    changes: [['packages: basic, instead: a course', 'packages: basic, service: help, instead: a course']],
    at: '/exclusions/training/service',
    near: [['packages: basic, instead: a course', 'packages: basic, service: remote, instead: a course']],
  },
  {
    code: 'exclusion-of-included-service',
    what: 'any package, the service is paid under one',
    changes: [['packages: basic, instead: a course', 'packages: any, service: visit, instead: a course']],
    near: [
      [
        'packages: basic, instead: a course',
        'packages: any, service: visit, when: {product: modified}, instead: a course',
      ],
    ],
  },
  {
    code: 'service-nobody',
    what: 'no for all',
    changes: [
      ['{basic: no, best: paid}', '{any: no}'],
      ['service: visit, hours', 'hours'],
    ],
    at: '/services/visit',
    near: [['{basic: no, best: paid}, clause', '{any: no}, instead: call, clause']],
  },
  {
    code: 'conditional-without-when',
    what: 'a condition that is not said',
    changes: [['when: {working: now}, ', '']],
    at: '/services/remote/packages',
  },
  {
    code: 'when-without-conditional',
    what: 'a condition of nothing',
    changes: [['best: conditional}', 'best: yes}']],
    at: '/services/remote/when',
  },
  {
    code: 'work-for-nobody',
    what: 'visits that nobody is given',
    changes: [['{basic: no, best: paid}, clause', '{any: no}, instead: call, clause']],
    at: '/works/visit/service',
  },
  {
    code: 'bought-not-sold',
    what: 'a service that is not sold',
    changes: [['when: {bought: visit}', 'when: {bought: help}']],
    at: '/works/visit/when/bought/0',
  },
  {
    code: 'fallback-not-served',
    what: 'strangers under a package for partners',
    changes: [
      ['unknown-sender: no-promise', 'unknown-sender: best'],
      ['registered-in: desk', 'registered-in: desk\n    only-from: [partner, dealer]'],
    ],
    at: '/entitlement/unknown-sender',
    near: [
      ['unknown-sender: no-promise', 'unknown-sender: basic'],
      ['registered-in: desk', 'registered-in: desk\n    only-from: [partner, dealer]'],
    ],
  },
  {
    code: 'package-not-sold',
    what: 'basic in no offer',
    changes: [['- packages: any\n', '- packages: best\n']],
    at: '/packages/basic',
  },
  {
    code: 'sold-not-served',
    what: 'sold to anybody, served to partners',
    changes: [['registered-in: desk', 'registered-in: desk\n    only-from: [partner, dealer]']],
    at: '/certificates/offers/0/sold-to',
    near: [
      ['registered-in: desk', 'registered-in: desk\n    only-from: [partner, dealer]'],
      ['- packages: any\n', '- packages: basic\n'],
    ],
  },
  {
    code: 'sold-by-nobody',
    what: 'nobody beside sales',
    changes: [['sold-by: [sales, partners]', 'sold-by: [sales, nobody]']],
  },
  {
    code: 'usual-term-not-sold',
    what: 'a year and a half',
    changes: [['usual-term: 12 months', 'usual-term: 18 months']],
    near: [['usual-term: 12 months', 'usual-term: 1 year']],
  },
  {
    code: 'standing-of-nobody',
    what: 'a standing of anybody',
    changes: [['sold-to: {company-is: partner}', 'sold-to: anybody']],
  },
  {
    code: 'begins-maybe-never',
    what: 'commissioning alone',
    changes: [[', not-after: 90 days after sale', '']],
    near: [['named-date: ignored, not-after: 90 days after sale', 'named-date: wins']],
  },
  {
    code: 'begins-maybe-never',
    what: 'a key that need not be registered',
    changes: [
      [
        '{at: [commissioning], named-date: ignored, not-after: 90 days after sale',
        '{at: [key registration], named-date: ignored',
      ],
    ],
    near: [
      ['proof: certificate', 'proof: key'],
      [
        '{at: [commissioning], named-date: ignored, not-after: 90 days after sale',
        '{at: [key registration], named-date: ignored',
      ],
    ],
  },
  {
    code: 'begins-with-itself',
    what: 'activation at activation',
    changes: [['at: [commissioning]', 'at: [activation]']],
  },
  {
    code: 'begins-limit-idle',
    what: 'a limit after the same event',
    changes: [['at: [commissioning]', 'at: [commissioning, sale]']],
    near: [['at: [commissioning]', 'at: [commissioning, 30 days after sale]']],
  },
  {
    code: 'renewal-before-loyalty',
    what: 'renewal closes before loyalty ends',
    changes: [['renewal: {within: 12 months', 'renewal: {within: 2 months']],
    near: [['renewal: {within: 12 months', 'renewal: {within: 3 months']],
  },
  {
    code: 'renewal-before-loyalty',
    what: 'counted in days',
    changes: [['renewal: {within: 12 months', 'renewal: {within: 60 days']],
    near: [['renewal: {within: 12 months', 'renewal: {within: 90 days']],
  },
  {
    code: 'renewal-before-loyalty',
    what: 'days and months',
    changes: [
      ['renewal: {within: 12 months', 'renewal: {within: 1 month'],
      ['loyalty: {for: 3 months', 'loyalty: {for: 90 days'],
    ],
    near: [
      ['renewal: {within: 12 months', 'renewal: {within: 3 months'],
      ['loyalty: {for: 3 months', 'loyalty: {for: 90 days'],
    ],
  },
  {
    code: 'withheld-never-given',
    what: 'hotfixes that nobody gets',
    changes: [['withholds: [major-versions]', 'withholds: [major-versions, hotfixes]']],
    at: '/certificates/loyalty/withholds/1',
  },
  {
    code: 'late-return-never',
    what: 'no limit to renewing',
    changes: [['renewal: {within: 12 months', 'renewal: {within: for-ever']],
    near: [
      ['renewal: {within: 12 months', 'renewal: {within: for-ever'],
      ['late-return: {needs: [upgrade-bought], starts: purchase, clause: A-1}', 'late-return: as-new'],
    ],
  },
  {
    code: 'inquiry-address-unlisted',
    what: 'a mistyped address',
    changes: [['- {to: sales@sound.example', '- {to: sale@sound.example']],
    near: [['- {to: sales@sound.example', '- {to: Sales@sound.example']],
  },
  {
    code: 'inquiry-unreachable',
    what: 'a district after the rest',
    changes: [
      [
        '- {to: sales@sound.example, clause: A-1}',
        '- {to: sales@sound.example, clause: A-1}\n    - {districts: [south], to: south@sound.example, clause: A-1}',
      ],
    ],
    at: '/sales/inquiries/2',
  },
  {
    code: 'inquiry-unreachable',
    what: 'a district named before',
    changes: [
      [
        '- {to: sales@sound.example, clause: A-1}',
        '- {districts: [ural], to: sales@sound.example, clause: A-1}',
      ],
    ],
    near: [
      [
        '- {to: sales@sound.example, clause: A-1}',
        '- {districts: [ural, south], to: sales@sound.example, clause: A-1}',
      ],
    ],
  },
];
