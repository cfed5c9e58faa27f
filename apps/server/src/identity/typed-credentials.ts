import { z } from 'zod';

/** NUL or half a surrogate pair: different passwords would become the same bytes. */
const isWellFormed = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const emailText = z.email().max(254);
const MAX_PASSWORD_LENGTH = 200;
const MIN_NEW_PASSWORD_LENGTH = 8;
const MAX_NAME_LENGTH = 200;

/** The address as it is stored, lower-case; null when nobody can have it. */
export const parseEmail = (text: string): string | null => {
  if (text.length > 254) return null;
  const parsed = emailText.safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
};

/** Whether anybody's password may be this. */
export const isPossiblePassword = (text: string): boolean =>
  text.length > 0 && text.length <= MAX_PASSWORD_LENGTH && isWellFormed(text);

/** Whether it is good enough for a new one. */
export const isNewPassword = (text: string): boolean =>
  isPossiblePassword(text) && text.length >= MIN_NEW_PASSWORD_LENGTH;

/** Marks that turn what follows the other way round: a name with one reads as another name. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;

/** The name as it is stored; null when it is empty, too long, not text, or turns what stands after it. */
export const parseName = (text: string): string | null => {
  const name = text.trim();
  const isName = name.length > 0 && name.length <= MAX_NAME_LENGTH && !TURNING.test(name);
  return isName && isWellFormed(name) ? name : null;
};
