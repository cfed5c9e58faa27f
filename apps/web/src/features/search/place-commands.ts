import {
  IconBuilding,
  IconCertificate,
  IconLayoutDashboard,
  IconMail,
  IconPackages,
  IconPlus,
  IconSettings,
  IconShoppingBag,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import type { CommandSource } from './commands.ts';

/** Pages of the desk, and the other desks. */
export const placeCommands: CommandSource = ({ desk, i18n: { m, say }, go }) => {
  const { slug, summary, session } = desk;
  const at = (page: string) => (): void => go(`/d/${slug}${page}`);
  const leads = summary.role === 'administrator' || summary.role === 'lead';
  return [
    ...(summary.role === 'sales'
      ? []
      : [
          {
            id: 'new-ticket',
            title: m.workspace.register,
            alsoBy: 'создать зарегистрировать звонок new ticket create',
            icon: IconPlus,
            run: at('/new'),
          },
        ]),
    ...(leads
      ? [
          {
            id: 'board',
            title: m.board.title,
            alsoBy: 'доска руководитель просрочено board',
            icon: IconLayoutDashboard,
            run: at('/board'),
          },
        ]
      : []),
    {
      id: 'companies',
      title: m.workspace.companies,
      alsoBy: 'клиенты заказчики companies customers',
      icon: IconBuilding,
      run: at('/companies'),
    },
    {
      id: 'certificates',
      title: m.workspace.certificates,
      alsoBy: 'договоры certificates contracts',
      icon: IconCertificate,
      run: at('/certificates?view=expiring-90'),
    },
    {
      id: 'products',
      title: m.workspace.products,
      alsoBy: 'версии каталог products versions',
      icon: IconPackages,
      run: at('/products'),
    },
    {
      id: 'inquiries',
      title: m.inquiries.title,
      alsoBy: 'продажи sales inquiries',
      icon: IconShoppingBag,
      run: at('/inquiries?view=open'),
    },
    ...(summary.role === 'administrator'
      ? [
          {
            id: 'letters',
            title: m.workspace.letters,
            alsoBy: 'почта mail letters',
            icon: IconMail,
            run: at('/letters'),
          },
        ]
      : []),
    ...(leads
      ? [
          {
            id: 'settings',
            title: m.workspace.administration,
            alsoBy: 'настройки журнал settings administration audit',
            icon: IconSettings,
            run: at('/settings'),
          },
        ]
      : []),
    ...session.desks
      .filter((one) => one.slug !== slug)
      .map((one) => ({
        id: `desk-${one.slug}`,
        title: m.search.toDesk(say(one.name)),
        alsoBy: `${one.slug} ${say(one.product)} desk`,
        icon: IconSwitchHorizontal,
        run: () => go(one.role === 'sales' ? `/d/${one.slug}/inquiries?view=open` : `/d/${one.slug}`),
      })),
  ];
};
