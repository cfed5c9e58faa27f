import type { Notification } from './use-notifications.ts';

/** Several words of one kind about the same thing, told as the latest of them. */
export interface ToldLine {
  readonly latest: Notification;
  readonly times: number;
  readonly isRead: boolean;
}

/** What was told about one ticket, inquiry or certificate. */
export interface ToldGroup {
  readonly key: string;
  readonly latest: Notification;
  readonly lines: readonly ToldLine[];
  readonly isRead: boolean;
}

const subjectOf = ({ ticketNumber, inquiryNumber, certificate }: Notification): string =>
  certificate?.certificateId ?? (inquiryNumber === null ? `t${ticketNumber}` : `i${inquiryNumber}`);

const gather = (
  notifications: readonly Notification[],
  by: (one: Notification) => string,
): ReadonlyMap<string, readonly Notification[]> => {
  const found = new Map<string, Notification[]>();
  for (const one of notifications) {
    const same = found.get(by(one));
    if (same === undefined) found.set(by(one), [one]);
    else same.push(one);
  }
  return found;
};

const lineOf = (same: readonly Notification[]): readonly ToldLine[] => {
  const [latest] = same;
  return latest === undefined ? [] : [{ latest, times: same.length, isRead: same.every(({ read }) => read) }];
};

/** By what they are about, the one with the latest word first. @param notifications newest first */
export const groupNotifications = (notifications: readonly Notification[]): readonly ToldGroup[] =>
  [...gather(notifications, subjectOf)].flatMap(([key, same]) => {
    const [latest] = same;
    if (latest === undefined) return [];
    // A deadline is told by its clock: two clocks of one ticket are two lines. What is new does not hide among what was read.
    const lines = [
      ...gather(same, ({ kind, clock, read }) => `${kind} ${clock} ${String(read)}`).values(),
    ].flatMap(lineOf);
    return [{ key, latest, lines, isRead: lines.every(({ isRead }) => isRead) }];
  });
