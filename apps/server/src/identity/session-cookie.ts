import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SessionCookie {
  /** The session's token out of a `Cookie` header; null unless it was signed with our secret. */
  readonly read: (cookieHeader: string | undefined) => string | null;
  /** `Set-Cookie` that makes the browser forget it. */
  readonly cleared: () => string;
}

/** Prefix of better-auth's cookie names. */
export const COOKIE_PREFIX = 'reglament';

// 32 characters of token, a dot, 44 of base64 whose three special ones may be escaped as %XX.
const MAX_VALUE_LENGTH = 300;
const SIGNATURE_LENGTH = 44;
const TOKEN = /^[A-Za-z0-9]{32}$/;

/** The first cookie of that name, as the library and most servers read it. */
const findCookie = (header: string, name: string): string | null => {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
};

const decode = (value: string): string | null => {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
};

/**
 * Reads the cookie that better-auth writes: `<token>.<base64 of HMAC-SHA-256(secret, token)>`, URL-encoded. Read here
 * so that a request costs neither the library's import nor its two queries.
 */
export const createSessionCookie = (options: {
  readonly secret: string;
  readonly secure: boolean;
}): SessionCookie => {
  const name = `${options.secure ? '__Secure-' : ''}${COOKIE_PREFIX}.session_token`;

  const read = (cookieHeader: string | undefined): string | null => {
    if (cookieHeader === undefined) return null;
    const raw = findCookie(cookieHeader, name);
    if (raw === null || raw.length > MAX_VALUE_LENGTH) return null;
    const value = decode(raw);
    if (value === null) return null;

    const dot = value.lastIndexOf('.');
    const token = value.slice(0, Math.max(dot, 0));
    const given = Buffer.from(value.slice(dot + 1), 'utf8');
    const expected = Buffer.from(createHmac('sha256', options.secret).update(token).digest('base64'), 'utf8');
    if (!TOKEN.test(token) || given.length !== SIGNATURE_LENGTH || !timingSafeEqual(given, expected))
      return null;
    return token;
  };

  const cleared = (): string =>
    `${name}=; Max-Age=0; Path=/; HttpOnly;${options.secure ? ' Secure;' : ''} SameSite=Lax`;

  return { read, cleared };
};
