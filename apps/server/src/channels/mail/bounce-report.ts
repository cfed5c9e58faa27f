import { messageIds } from './letter-addresses.ts';
import type { LetterHeaders } from './letter-headers.ts';
import { isMailAddress } from './mail-address.ts';
import type { BounceReport } from './parsed-letter.ts';

const READ_LIMIT_BYTES = 65_536;

interface ReportPart {
  readonly type: string;
  readonly content: Uint8Array;
}

const partText = (parts: readonly ReportPart[], type: RegExp): string => {
  const part = parts.find((one) => type.test(one.type));
  return part === undefined ? '' : Buffer.from(part.content.subarray(0, READ_LIMIT_BYTES)).toString('utf8');
};

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(text)?.[1]?.trim() ?? null;

const recipient = (value: string | null): string | null => {
  const address =
    (value ?? '')
      .replace(/^[\w-]+\s*;/, '')
      .replace(/[<>\s]/g, '')
      .split(',')[0]
      ?.toLowerCase() ?? '';
  return isMailAddress(address) ? address : null;
};

const PERMANENT = /^5\./;

const isPermanent = (action: string | null, status: string | null, body: string): boolean => {
  if (action !== null && action.toLowerCase() !== 'failed') return false;
  if (status !== null) return PERMANENT.test(status);
  return action !== null || /\b5\d\d[ -]|\b5\.\d\.\d\b/.test(body);
};

/**
 * What a delivery report says, from its machine-readable part where there is one, from Exim's and
 * qmail's headers and text where there is none.
 */
export const readBounce = (
  headers: LetterHeaders,
  text: string,
  parts: readonly ReportPart[],
): BounceReport => {
  const body = text.slice(0, READ_LIMIT_BYTES);
  const status = partText(parts, /^message\/(?:global-)?delivery-status$/);
  const original = partText(parts, /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)$/);
  const named =
    field(status, 'Final-Recipient') ??
    field(status, 'Original-Recipient') ??
    headers.first('x-failed-recipients');
  return {
    failedRecipient: recipient(named) ?? recipient(/<([^<>\s]+@[^<>\s]+)>/.exec(body)?.[1] ?? null),
    originalMessageId:
      messageIds(field(original, 'Message-ID'))[0] ??
      messageIds(field(body, 'Message-ID'))[0] ??
      messageIds(headers.first('in-reply-to')).at(-1) ??
      messageIds(headers.first('references')).at(-1) ??
      null,
    permanent: isPermanent(field(status, 'Action'), field(status, 'Status'), body),
  };
};
