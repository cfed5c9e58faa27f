/** How long a link that confirms an address works, milliseconds. */
export const CONFIRM_MS = 30 * 60_000;
/** How long a link to a person's own support page works, milliseconds. */
export const SUPPORT_MS = 24 * 3_600_000;
/** How long the link of a letter that says no to more of its kind works, milliseconds. */
export const UNSUBSCRIBE_MS = 2 * 366 * 24 * 3_600_000;
