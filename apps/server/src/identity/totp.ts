import { Secret, TOTP } from 'otpauth';

// What every authenticator app understands: RFC 6238 with SHA-1, six digits, thirty seconds.
const DIGITS = 6;
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** Steps before and after that count too: clocks of telephones differ. */
const WINDOW = 1;
const ISSUER = 'Reglament';

export const newTotpSecret = (): Buffer => Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);

const totpOf = (secret: Buffer, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });

/** What an authenticator app reads from the picture, and the secret as it is typed by hand. */
export const totpInvitation = (
  secret: Buffer,
  email: string,
): { readonly uri: string; readonly secret: string } => {
  const totp = totpOf(secret, email);
  return { uri: totp.toString(), secret: totp.secret.base32 };
};

/** The code of an instant, as the app shows it. */
export const totpCode = (secret: Buffer, at: number): string =>
  totpOf(secret, '').generate({ timestamp: at });

/**
 * The step that a code belongs to, compared in constant time; null: to none that counts now.
 *
 * @param at Milliseconds since 1970.
 */
export const totpStep = (secret: Buffer, code: string, at: number): number | null => {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1000 / PERIOD_SECONDS) + delta;
};
