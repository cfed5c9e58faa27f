import type { AdministrationWords } from '../ru/administration.ts';

export const administration: AdministrationWords = {
  title: 'Administration',
  sectionsLabel: 'Sections of the administration',
  back: 'All sections',
  groups: {
    team: 'Team',
    desk: 'Support desk',
    work: 'Work on tickets',
    outside: 'Other programs',
    data: 'Data',
  },
  sections: {
    people: 'People',
    desk: 'About the desk',
    regulation: 'Regulation',
    mailbox: 'Mailbox',
    letters: 'Letters',
    templates: 'Templates and macros',
    tags: 'Tags',
    apiKeys: 'API keys',
    webhooks: 'Webhooks',
    audit: 'Audit log',
    export: 'Export',
  },
  desk: {
    title: 'About the desk',
    about:
      'What the desk is called and where it is found. Name, time zone and rules are said by the regulation.',
    nameRu: 'Name in Russian',
    nameEn: 'Name in English',
    product: 'What it supports',
    slug: 'Name in addresses',
    slugHint: 'Never changes: links in letters go by it',
    mail: 'Mail of the desk',
    zone: 'Time zone',
    zoneHint: (clock: string) => `it is ${clock} now`,
  },
};
