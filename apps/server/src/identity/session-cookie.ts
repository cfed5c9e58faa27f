import { createHmac, timingSafeEqual } from 'node:crypto';

export interface SessionCookie {
  /** The session's token out of a `Cookie` header; null unless it was signed with our secret. */
  readonly read: (cookieHeader: string | undefined) => string | null;
  /** `Set-Cookie` with the session's token, signed. */
  readonly issued: (token: string) => string;
  /** `Set-Cookie` that makes the browser forget it. */
  readonly cleared: () => string;
}

/** Prefix of better-auth's cookie names. */
export const COOKIE_PREFIX = 'reglament';

// 32 characters of token, a dot, 44 of base64 whose three special ones may be escaped as %XX.
const MAX_VALUE_LENGTH = 300;
const SIGNATURE_LENGTH = 44;
/** The longest a browser keeps a cookie. The session's own end is in its row and slides; the cookie needn't be sent anew. */
export const COOKIE_DAYS = 400;
const DAY_SECONDS = 24 * 60 * 60;
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

  const signatureOf = (token: string): string =>
    createHmac('sha256', options.secret).update(token).digest('base64');
  const attributes = `Path=/; HttpOnly;${options.secure ? ' Secure;' : ''} SameSite=Lax`;

  const read = (cookieHeader: string | undefined): string | null => {
    if (cookieHeader === undefined) return null;
    const raw = findCookie(cookieHeader, name);
    if (raw === null || raw.length > MAX_VALUE_LENGTH) return null;
    const value = decode(raw);
    if (value === null) return null;

    const dot = value.lastIndexOf('.');
    const token = value.slice(0, Math.max(dot, 0));
    const given = Buffer.from(value.slice(dot + 1), 'utf8');
    const expected = Buffer.from(signatureOf(token), 'utf8');
    if (!TOKEN.test(token) || given.length !== SIGNATURE_LENGTH || !timingSafeEqual(given, expected))
      return null;
    return token;
  };

  const issued = (token: string): string =>
    `${name}=${encodeURIComponent(`${token}.${signatureOf(token)}`)}; Max-Age=${COOKIE_DAYS * DAY_SECONDS}; ${attributes}`;

  const cleared = (): string => `${name}=; Max-Age=0; ${attributes}`;

  return { read, issued, cleared };
};
