import {
  IconBuilding,
  IconCertificate,
  IconLayoutDashboard,
  IconMail,
  IconPackages,
  IconPhone,
  IconPhoneOff,
  IconPlus,
  IconSettings,
  IconShoppingBag,
  IconSwitchHorizontal,
  type Icon,
} from '@tabler/icons-react';
import type { DeskOfSession } from '../../desk/desk-context.tsx';
import type { Messages } from '../../i18n/ru.ts';
import type { CommandSource } from './commands.ts';

type Role = DeskOfSession['role'];

interface Page {
  readonly id: string;
  readonly icon: Icon;
  /** Below the desk's own address. */
  readonly path: string;
  readonly title: (m: Messages) => string;
  readonly alsoBy: string;
  readonly isFor?: (role: Role) => boolean;
}

const leads = (role: Role): boolean => role === 'lead' || role === 'administrator';

const pages: readonly Page[] = [
  {
    ...{ id: 'call', icon: IconPhone, path: '/call?fresh=true', title: (m) => m.calls.open },
    alsoBy: 'принять звонок телефон позвонили call phone c',
    isFor: (role) => role !== 'sales',
  },
  {
    ...{ id: 'missed-calls', icon: IconPhoneOff, path: '/missed-calls', title: (m) => m.calls.missed.title },
    alsoBy: 'пропущенные звонки перезвонить missed calls',
    isFor: (role) => role !== 'sales',
  },
  {
    ...{ id: 'new-ticket', icon: IconPlus, path: '/new', title: (m) => m.workspace.register },
    alsoBy: 'создать зарегистрировать звонок new ticket create',
    isFor: (role) => role !== 'sales',
  },
  {
    ...{ id: 'board', icon: IconLayoutDashboard, path: '/board', title: (m) => m.board.title },
    alsoBy: 'доска руководитель просрочено board',
    isFor: leads,
  },
  {
    ...{ id: 'companies', icon: IconBuilding, path: '/companies', title: (m) => m.workspace.companies },
    alsoBy: 'клиенты заказчики companies customers',
  },
  {
    ...{ id: 'certificates', icon: IconCertificate, path: '/certificates?view=expiring-90' },
    title: (m) => m.workspace.certificates,
    alsoBy: 'договоры certificates contracts',
  },
  {
    ...{ id: 'products', icon: IconPackages, path: '/products', title: (m) => m.workspace.products },
    alsoBy: 'версии каталог products versions',
  },
  {
    ...{ id: 'inquiries', icon: IconShoppingBag, path: '/inquiries?view=open' },
    title: (m) => m.inquiries.title,
    alsoBy: 'продажи sales inquiries',
  },
  {
    ...{ id: 'letters', icon: IconMail, path: '/letters', title: (m) => m.workspace.letters },
    alsoBy: 'почта mail letters',
    isFor: (role) => role === 'administrator',
  },
  {
    ...{ id: 'settings', icon: IconSettings, path: '/settings', title: (m) => m.workspace.administration },
    alsoBy: 'настройки журнал settings administration audit',
    isFor: leads,
  },
];

/** Pages of the desk, and the other desks. */
export const placeCommands: CommandSource = ({ desk, i18n: { m, say }, go }) => [
  ...pages
    .filter(({ isFor }) => isFor === undefined || isFor(desk.summary.role))
    .map(({ id, icon, path, title, alsoBy }) => ({
      ...{ id, icon, alsoBy, title: title(m) },
      run: () => go(`/d/${desk.slug}${path}`),
    })),
  ...desk.session.desks
    .filter(({ slug }) => slug !== desk.slug)
    .map(({ slug, name, product, role }) => ({
      id: `desk-${slug}`,
      title: m.search.toDesk(say(name)),
      alsoBy: `${slug} ${say(product)} desk`,
      icon: IconSwitchHorizontal,
      run: () => go(role === 'sales' ? `/d/${slug}/inquiries?view=open` : `/d/${slug}`),
    })),
];
