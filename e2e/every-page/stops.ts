import type { Page } from 'playwright-core';
import { DESK, type Person, type Scene } from './stage.ts';

/** A dialog or a menu of a page: how it is opened, in Russian; Escape closes it. */
export interface Layer {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

/** A page of the walk. */
export interface Stop {
  /** Address of the route as the router knows it; null: the server draws it, or nobody does. */
  readonly route: string | null;
  readonly path: string;
  /** Null: somebody who has not signed in. */
  readonly who: Person | null;
  /** Statuses that its requests are answered with on purpose. */
  readonly refused?: readonly number[];
  /** Another look at a page that has its title already. */
  readonly isAgain?: true;
  readonly layers?: readonly Layer[];
}

/** Presses what is called so, one after another: buttons, what a menu offers, or else a link. */
const press =
  (...names: readonly (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      const found = page
        .getByRole('menuitem', { name })
        .or(page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }));
      await found.filter({ visible: true }).first().click();
    }
    await page.locator('[role="dialog"], [role="menu"]').filter({ visible: true }).first().waitFor();
  };
const layer = (...names: readonly [string | RegExp, ...(string | RegExp)[]]): Layer => ({
  name: names.join(' → '),
  open: press(...names),
});
const key = (name: string, pressed: string): Layer => ({
  name,
  open: async (page) => {
    await page.keyboard.press(pressed);
    await page.getByRole('dialog').waitFor();
  },
});

const desk = `/d/${DESK}`;
const portal = `/p/${DESK}`;
const sections = [
  'people',
  'desk',
  'regulation',
  'mailbox',
  'letters',
  'templates',
  'tags',
  'api-keys',
  'webhooks',
  'audit',
  'export',
] as const;

const outside = (scene: Scene): readonly Stop[] => [
  { route: '/sign-in', path: '/sign-in', who: null, refused: [401] },
  { route: '/sign-in', path: '/sign-in?by=link', who: null, refused: [401], isAgain: true },
  { route: '/sign-in', path: '/sign-in?by=reset', who: null, refused: [401], isAgain: true },
  { route: '/enter/$token', path: scene.wayIn, who: null, refused: [401] },
  { route: '/enter/$token', path: `/enter/${'a'.repeat(52)}`, who: null, refused: [401, 410], isAgain: true },
  { route: '/setup', path: '/setup#nothing', who: null, refused: [401, 410] },
  { route: null, path: '/no/such/page', who: null, refused: [401, 404] },
  { route: '/second-factor', path: '/second-factor', who: 'doubtful' },
  { route: '/', path: '/', who: 'nobody' },
  { route: '/account', path: '/account', who: 'administrator' },
];

const ofPortal = (scene: Scene): readonly Stop[] => [
  { route: '/p', path: '/p', who: 'supervisor' },
  {
    route: '/p/$desk',
    path: portal,
    who: 'supervisor',
    layers: [layer(/^Что нового/u)],
  },
  { route: '/p/$desk/new', path: `${portal}/new`, who: 'supervisor' },
  { route: '/p/$desk/t/$number', path: `${portal}/t/${scene.portalTicket}`, who: 'supervisor' },
  {
    route: '/p/$desk/t/$number/print',
    path: `${portal}/t/${scene.portalTicket}/print`,
    who: 'supervisor',
    isAgain: true,
  },
  {
    route: '/p/$desk/certificates',
    path: `${portal}/certificates`,
    who: 'supervisor',
    layers: [layer('Зарегистрировать'), layer('Спросить цену')],
  },
  {
    route: '/p/$desk/certificates/$certificateId',
    path: `${portal}/certificates/${scene.portalCertificateId}`,
    who: 'supervisor',
  },
  {
    route: '/p/$desk/certificates/inquiries/$inquiryNumber',
    path: `${portal}/certificates/inquiries/${scene.portalInquiry}`,
    who: 'supervisor',
  },
  { route: '/p/$desk/profile', path: `${portal}/profile`, who: 'supervisor' },
  // Of others, and nobody's: the same.
  {
    route: '/p/$desk/t/$number',
    path: `${portal}/t/${scene.ticket}`,
    who: 'customer',
    refused: [404],
    isAgain: true,
  },
];

const ofTickets = (scene: Scene): readonly Stop[] => [
  {
    route: '/d/$desk',
    path: `${desk}?view=open`,
    who: 'engineer',
    layers: [
      layer('Отбор'),
      layer(/^Уведомления/u),
      key('palette', 'Control+KeyK'),
      key('shortcuts', 'Shift+Slash'),
    ],
  },
  { route: '/d/$desk', path: `${desk}?view=not-entitled`, who: 'engineer' },
  {
    route: '/d/$desk/t/$number',
    path: `${desk}/t/${scene.ticket}`,
    who: 'engineer',
    layers: [layer('Другие действия'), layer('Классифицировать')],
  },
  {
    route: '/d/$desk/t/$number/print',
    path: `${desk}/t/${scene.ticket}/print`,
    who: 'engineer',
    isAgain: true,
  },
  { route: '/d/$desk/t/$number', path: `${desk}/t/4711`, who: 'engineer', refused: [404] },
];

const ofWork = (scene: Scene): readonly Stop[] => [
  { route: '/d/$desk/new', path: `${desk}/new`, who: 'dispatcher' },
  { route: '/d/$desk/call', path: `${desk}/call?phone=%2B70005556011`, who: 'dispatcher' },
  { route: '/d/$desk/missed-calls', path: `${desk}/missed-calls`, who: 'dispatcher' },
  { route: '/d/$desk/search', path: `${desk}/search?q=звонок`, who: 'engineer' },
  { route: '/d/$desk/search', path: `${desk}/search`, who: 'engineer' },
  { route: '/d/$desk/board', path: `${desk}/board`, who: 'lead' },
  {
    route: '/d/$desk/inquiries',
    path: `${desk}/inquiries?view=all`,
    who: 'sales',
    layers: [layer('Новый запрос')],
  },
  { route: '/d/$desk/inquiries/$number', path: `${desk}/inquiries/${scene.inquiry}`, who: 'sales' },
  { route: '/d/$desk/letters', path: `${desk}/letters`, who: 'administrator' },
  {
    route: '/d/$desk/letters/$letterId',
    path: `${desk}/letters/${scene.letterId}`,
    who: 'administrator',
    isAgain: true,
  },
];

const ofRecords = (scene: Scene): readonly Stop[] => [
  {
    route: '/d/$desk/certificates',
    path: `${desk}/certificates?view=all`,
    who: 'lead',
    layers: [layer('Выписать')],
  },
  {
    route: '/d/$desk/certificates',
    path: `${desk}/certificates?view=licences-lapsed`,
    who: 'lead',
    isAgain: true,
  },
  {
    route: '/d/$desk/certificates/$certificateId',
    path: `${desk}/certificates/${scene.certificateId}`,
    who: 'lead',
    layers: [layer('Продлить'), layer('Другие действия', 'Исправить')],
  },
  { route: '/d/$desk/companies', path: `${desk}/companies`, who: 'lead', layers: [layer('Новая компания')] },
  { route: '/d/$desk/companies/import', path: `${desk}/companies/import`, who: 'lead' },
  { route: '/d/$desk/companies/$companyId', path: `${desk}/companies/${scene.companyId}`, who: 'lead' },
  { route: '/d/$desk/products', path: `${desk}/products`, who: 'lead' },
  { route: '/d/$desk/api', path: `${desk}/api`, who: 'administrator' },
  { route: '/d/$desk/notifications', path: `${desk}/notifications`, who: 'lead' },
  { route: '/d/$desk/welcome', path: `${desk}/welcome`, who: 'administrator' },
  ...sections.map((section): Stop => ({
    route: '/d/$desk/settings/$section',
    path: `${desk}/settings/${section}`,
    who: 'administrator',
  })),
  { route: '/d/$desk/settings', path: `${desk}/settings`, who: 'administrator', isAgain: true },
];

/** Pages that the server draws, without a script. */
const drawn = (scene: Scene): readonly Stop[] => [
  { route: null, path: scene.statusLink, who: null },
  { route: null, path: `/t/${DESK}/1-nothing`, who: null, refused: [404], isAgain: true },
  { route: null, path: `/c/${DESK}`, who: null },
  { route: null, path: `/c/${DESK}?sent=link`, who: null, isAgain: true },
  { route: null, path: `/c/${DESK}/register`, who: null },
  { route: null, path: `/c/${DESK}/buy`, who: null },
  { route: null, path: `/c/${DESK}/partners`, who: null, isAgain: true, refused: [404] },
  { route: null, path: `/c/${DESK}/nothing`, who: null, refused: [404], isAgain: true },
  { route: null, path: scene.supportLink, who: null },
];

/** The whole walk in parts that people go at the same time. */
export const walkThrough = (
  scene: Scene,
): Readonly<Record<'tickets' | 'work' | 'records' | 'portal' | 'outside' | 'drawn', readonly Stop[]>> => ({
  outside: outside(scene),
  portal: ofPortal(scene),
  tickets: ofTickets(scene),
  work: ofWork(scene),
  records: ofRecords(scene),
  drawn: drawn(scene),
});
