import type { TimeZoneId } from '@reglament/working-time';
import type { CustomerPlace } from '../customer/local-zone.ts';
import type { SiteId } from '../ids.ts';
import { shipped, variant } from './shipped-regulations.ts';
import { after, certificateOf, company, given, says, type Story } from './ticket-story.ts';

const east = 'site-east' as SiteId;

/** A company of two sites far apart. */
const twoSites: CustomerPlace = {
  zone: null,
  sites: [
    { siteId: east, zone: 'Asia/Kamchatka' as TimeZoneId },
    { siteId: 'site-west' as SiteId, zone: 'Europe/Kaliningrad' as TimeZoneId },
  ],
};

/** What can happen since a ticket may go by the customer's wall clock, and keep the calendar of its registration (R37). */
export const placeStories = (): readonly Story[] => {
  const bySite = variant('shtrih-m', 'by the site', (r) => ({
    ...r,
    localTime: 'site',
    versions: r.versions === null ? null : { ...r.versions, calendars: 'new-tickets' },
  }));
  const begun = given(bySite, { at: '2025-02-04 12:00', holds: 'stranger' });
  const identify = {
    type: 'Identify',
    companyId: company,
    certificates: [certificateOf(shipped(bySite).regulation.packages[0]?.id ?? '', begun.ticket.receivedAt)],
    place: { ...twoSites, zone: 'Europe/Kaliningrad' as TimeZoneId },
  } as const;
  const moved = after(
    begun,
    ['2025-02-04 12:30', identify],
    ['2025-02-04 14:00', { type: 'NameSite', siteId: east, place: twoSites }],
    ['2025-02-05 03:00', says.reply],
    ['2025-02-05 04:00', { type: 'NameSite', siteId: null, place: twoSites }],
  );
  return [moved];
};
