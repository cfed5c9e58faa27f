import type { Instant } from '@reglament/working-time';
import { forgetUploads } from '../store/attachments.ts';
import { forgetDrafts } from '../store/drafts.ts';
import { forgetContacts } from '../store/forget-contacts.ts';
import { forgetResponses } from '../store/idempotency.ts';
import { forgetPageRequests } from '../store/page-requests.ts';
import { forgetAttempts } from '../store/counted-attempts.ts';
import { forgetWaysIn } from '../store/ways-in.ts';
import { forgetDeliveries } from '../store/webhooks.ts';
import type { Context } from '../use-cases/context.ts';

const DAY_MS = 86_400_000;
/** Repetitions are answered alike for a week. */
const RESPONSES_MS = 7 * DAY_MS;
const DELIVERIES_MS = 30 * DAY_MS;
const PAGE_REQUESTS_MS = 30 * DAY_MS;
const WAYS_IN_MS = 30 * DAY_MS;
/** Whoever comes back to what they wrote does so within a quarter. */
const DRAFTS_MS = 90 * DAY_MS;

/** Throws away what nobody will ask for any more. */
export const forget = async (context: Context): Promise<boolean> => {
  const now = context.now();
  await context.db.everyDesk(async (q) => {
    await forgetResponses(q, (now - RESPONSES_MS) as Instant);
    await forgetPageRequests(q, (now - PAGE_REQUESTS_MS) as Instant);
    await forgetDrafts(q, (now - DRAFTS_MS) as Instant);
    await forgetContacts(q);
    await forgetWaysIn(q, (now - WAYS_IN_MS) as Instant);
    await forgetDeliveries(q, (now - DELIVERIES_MS) as Instant);
    await forgetUploads(q, (now - DAY_MS) as Instant);
    await forgetAttempts(q);
  });
  return false;
};
