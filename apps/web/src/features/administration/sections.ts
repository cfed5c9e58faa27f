import {
  IconDatabaseExport,
  IconGavel,
  IconHistory,
  IconInfoCircle,
  IconMail,
  IconMailbox,
  IconTag,
  IconTemplate,
  IconKey,
  IconWebhook,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { DeskOfSession } from '../../desk/desk-context.tsx';
import type { AdministrationWords } from '../../i18n/ru/administration.ts';

type Role = DeskOfSession['role'];

export interface Section {
  /** Its name in the address: `/d/{desk}/settings/{id}`. */
  readonly id: string;
  readonly word: keyof AdministrationWords['sections'];
  readonly group: keyof AdministrationWords['groups'];
  readonly icon: Icon;
  /** Who finds it here; the server decides by itself who may do what. */
  readonly roles: readonly Role[];
  readonly page: ComponentType;
}

const administrators: readonly Role[] = ['administrator'];
const leads: readonly Role[] = ['administrator', 'lead'];
const support: readonly Role[] = ['administrator', 'lead', 'dispatcher', 'engineer'];

/** What can be set up, in the order shown. A new section is one line here and one word in each catalogue. */
const sections: readonly Section[] = [
  {
    id: 'people',
    word: 'people',
    group: 'team',
    icon: IconUsers,
    roles: leads,
    page: lazyRouteComponent(() => import('./people/people-section.tsx'), 'PeopleSection'),
  },
  {
    id: 'desk',
    word: 'desk',
    group: 'desk',
    icon: IconInfoCircle,
    roles: leads,
    page: lazyRouteComponent(() => import('./desk/desk-section.tsx'), 'DeskSection'),
  },
  {
    id: 'regulation',
    word: 'regulation',
    group: 'desk',
    icon: IconGavel,
    roles: leads,
    page: lazyRouteComponent(() => import('./regulation/regulation-section.tsx'), 'RegulationSection'),
  },
  {
    id: 'mailbox',
    word: 'mailbox',
    group: 'desk',
    icon: IconMailbox,
    roles: administrators,
    page: lazyRouteComponent(() => import('./mailbox/mailbox-section.tsx'), 'MailboxSection'),
  },
  {
    id: 'letters',
    word: 'letters',
    group: 'desk',
    icon: IconMail,
    roles: administrators,
    page: lazyRouteComponent(() => import('./letters-way.tsx'), 'LettersWay'),
  },
  {
    id: 'templates',
    word: 'templates',
    group: 'work',
    icon: IconTemplate,
    roles: support,
    page: lazyRouteComponent(() => import('./templates/templates-section.tsx'), 'TemplatesSection'),
  },
  {
    id: 'tags',
    word: 'tags',
    group: 'work',
    icon: IconTag,
    roles: leads,
    page: lazyRouteComponent(() => import('./tags/tags-section.tsx'), 'TagsSection'),
  },
  {
    id: 'api-keys',
    word: 'apiKeys',
    group: 'outside',
    icon: IconKey,
    roles: administrators,
    page: lazyRouteComponent(() => import('./api-keys/api-keys-section.tsx'), 'ApiKeysSection'),
  },
  {
    id: 'webhooks',
    word: 'webhooks',
    group: 'outside',
    icon: IconWebhook,
    roles: administrators,
    page: lazyRouteComponent(() => import('./webhooks/webhooks-section.tsx'), 'WebhooksSection'),
  },
  {
    id: 'audit',
    word: 'audit',
    group: 'data',
    icon: IconHistory,
    roles: administrators,
    page: lazyRouteComponent(() => import('./audit/audit-section.tsx'), 'AuditSection'),
  },
  {
    id: 'export',
    word: 'export',
    group: 'data',
    icon: IconDatabaseExport,
    roles: administrators,
    page: lazyRouteComponent(() => import('./export/export-section.tsx'), 'ExportSection'),
  },
];

/** Whether there is such a section, whoever finds it. */
export const isSection = (id: string | undefined): boolean => sections.some((one) => one.id === id);

/** What somebody of this role can set up. */
export const sectionsOf = (role: Role): readonly Section[] =>
  sections.filter(({ roles }) => roles.includes(role));
