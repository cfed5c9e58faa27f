import { Secret } from 'otpauth';
import { totpCode } from '../identity/totp.ts';

const STEP_MS = 30_000;

/** An authenticator app: a code works once, so that a test has three, of the step before, of this one and of the next. */
export const authenticator = (
  secret: string,
): { readonly nextCode: () => string; readonly codeAt: (at: number) => string } => {
  const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
  const codeAt = (at: number): string => totpCode(bytes, at);
  const begun = Date.now();
  let used = -1;
  return {
    codeAt,
    nextCode: () => {
      if (used > 1) throw new Error('no fourth code counts');
      const code = codeAt(begun + used * STEP_MS);
      used += 1;
      return code;
    },
  };
};
