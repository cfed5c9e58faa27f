import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { notification } from './notification-schemas.ts';
import { deskSlug, instantText, text } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });

/** How somebody is told: both, either or neither. A letter goes a minute later, and not to whoever has seen it in the page by then. */
const telling = z.strictObject({ inPage: z.boolean(), byMail: z.boolean() });

const settings = z.strictObject({
  /** A colleague named them in a note. */
  mentioned: telling,
  /** A ticket was given to them. */
  assigned: telling,
  /** A customer wrote in a ticket that they have. */
  replied: telling,
  /** Something happened in a ticket that they follow. */
  followed: telling,
  /** A deadline of their ticket is near, or missed. */
  deadline: telling,
});
export type NotificationSettings = z.infer<typeof settings>;
export type NotificationTheme = keyof NotificationSettings;

/** What people of the desk are told, and how. */
export const notificationEndpoints = {
  getNotifications: endpoint({
    id: 'getNotifications',
    method: 'GET',
    path: '/api/desks/{desk}/notifications',
    permission: 'staff',
    params: inDesk,
    summary: 'What the person who is signed in was told, newest first, without what they chose not to see.',
    reply: z.object({
      notifications: z.array(notification),
      /** What is wrong with the time the desk counts in: for administrators, empty for others. */
      concerns: z.array(z.object({ key: z.string(), says: text, since: instantText })),
    }),
  }),
  readNotifications: endpoint({
    id: 'readNotifications',
    method: 'POST',
    path: '/api/desks/{desk}/notifications/read',
    permission: 'staff',
    params: inDesk,
    summary: 'Mark all as read, or those of one ticket.',
    body: z.strictObject({ ticketNumber: z.number().int().min(1).optional() }),
    reply: z.null(),
    status: 204,
  }),
  getNotificationSettings: endpoint({
    id: 'getNotificationSettings',
    method: 'GET',
    path: '/api/desks/{desk}/notification-settings',
    permission: 'staff',
    params: inDesk,
    summary: 'How the person who is signed in wants to be told of each theme at this desk.',
    reply: settings,
  }),
  changeNotificationSettings: endpoint({
    id: 'changeNotificationSettings',
    method: 'PATCH',
    path: '/api/desks/{desk}/notification-settings',
    permission: 'staff',
    params: inDesk,
    summary: 'Choose how to be told. A theme that is not named stays as it is.',
    body: settings.partial(),
    reply: settings,
  }),
} as const;
