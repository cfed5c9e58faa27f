import { IconCertificate, IconMessages, IconPlus, type Icon } from '@tabler/icons-react';
import type { PortalWords } from '../../i18n/ru/portal.ts';

export interface PortalSection {
  readonly word: keyof PortalWords['sections'];
  /** An address of the router below `/p/$desk`. */
  readonly to: '/p/$desk' | '/p/$desk/certificates' | '/p/$desk/new';
  readonly icon: Icon;
  /** What most come for: a button where there is room. */
  readonly isMain?: boolean;
}

/** Where a customer can go, in the order shown. A new page is one line here, a word in each catalogue and a route. */
export const portalSections: readonly PortalSection[] = [
  { word: 'requests', to: '/p/$desk', icon: IconMessages },
  { word: 'certificates', to: '/p/$desk/certificates', icon: IconCertificate },
  { word: 'new', to: '/p/$desk/new', icon: IconPlus, isMain: true },
];
