import type { Messages } from '../ru.ts';

export const place: Pick<Messages, 'place'> = {
  place: {
    site: 'Site',
    noSite: 'None in particular',
    siteAbout:
      'Which of the customer’s sites the ticket is about. Deadlines go by its local time; what was counted is kept.',
    nameSite: 'Save',
    noSites: 'The company has no sites. Add them on its page.',
    siteHint: 'Deadlines go by its local time',
    sitesFailed: 'The sites did not load: the ticket can be registered without one',
    localTime: 'Local time',
    dueLocal: (local: string) => `for the customer ${local}`,
    companyZone: 'Time zone',
    companyZoneHint: 'Empty: that of its site if there is only one, else the desk’s time',
  },
};
