import type { Instant } from '@reglament/working-time';
import type { RenewalRequest } from '../renew.ts';
import type { Deed } from './any-life.ts';

/** What somebody says who renews. */
export const requestBy = ({ pick, more, ms }: Deed, now: number): RenewalRequest => ({
  at: now as Instant,
  channel: pick % 9 === 0 ? 'email' : 'portal',
  quantity: 5,
  activated: [5, 5, null, 4][pick % 4] ?? null,
  act:
    more % 6 === 0
      ? null
      : {
          number: 'A-1',
          givenAt: (now - (more % 2 === 0 ? 0 : ms)) as Instant,
          issuer: more % 7 === 0 ? 'partner' : 'vendor',
          namesSupport: more % 11 !== 0,
          usedFor: more % 13 === 0 ? 'C-0' : null,
        },
  upgradeBoughtAt: pick % 3 === 0 ? null : ((now - ms) as Instant),
  upgradeInstalledAt: pick % 5 === 0 ? null : ((now - ms) as Instant),
});
