import type { LetterHeaders } from './letter-headers.ts';
import { LOOP_HEADER } from './loop-header.ts';
import type { LetterNature } from './parsed-letter.ts';

const ROBOT_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-vacation',
  'x-autoreply-from',
];
// Only at the very start: "Re: Автоматический ответ: ..." is a person answering a robot.
const ROBOT_SUBJECT =
  /^(?:автоответ|автоматический ответ|automatic reply|auto[- ]?reply|out of office(?: reply)?|вне офиса)\s*:/i;
const DAEMON = /^(?:mailer-daemon|mail-daemon)@/i;

const token = (value: string | null): string => (value ?? '').split(/[\s;(]/)[0]?.toLowerCase() ?? '';

const isReport = (headers: LetterHeaders, kind: string): boolean => {
  const type = (headers.first('content-type') ?? '').toLowerCase();
  return type.startsWith('multipart/report') && new RegExp(`report-type\\s*=\\s*"?${kind}`).test(type);
};

const isAutoReply = (headers: LetterHeaders, subject: string): boolean => {
  const submitted = token(headers.first('auto-submitted'));
  const precedence = token(headers.first('precedence'));
  return (
    (submitted !== '' && submitted !== 'no') ||
    ROBOT_HEADERS.some((name) => headers.has(name)) ||
    precedence === 'auto_reply' ||
    precedence === 'auto-reply' ||
    /\bvacation\b/i.test(headers.first('x-mailer') ?? '') ||
    isReport(headers, 'disposition-notification') ||
    ROBOT_SUBJECT.test(subject)
  );
};

const isList = (headers: LetterHeaders): boolean => headers.has('list-id') || headers.has('list-post');

const isBulk = (headers: LetterHeaders): boolean =>
  ['bulk', 'junk', 'list'].includes(token(headers.first('precedence')));

/**
 * What kind of sender speaks. The order matters: our own letter coming back is a loop whatever else
 * it says, and a delivery report is a bounce though it also calls itself generated.
 * X-Auto-Response-Suppress says nothing about the letter itself: Outlook puts it on people's letters.
 */
export const natureOf = (
  headers: LetterHeaders,
  letter: {
    readonly fromAddress: string;
    readonly subject: string;
    readonly ownAddresses: readonly string[];
  },
): LetterNature => {
  if (headers.has(LOOP_HEADER)) return 'loop';
  if (letter.ownAddresses.some((own) => own.toLowerCase() === letter.fromAddress)) return 'loop';
  if (isReport(headers, 'delivery-status') || headers.has('x-failed-recipients')) return 'bounce';
  if (isAutoReply(headers, letter.subject)) return DAEMON.test(letter.fromAddress) ? 'bounce' : 'auto-reply';
  if (
    headers.all('return-path').some((path) => /^\s*<\s*>\s*$/.test(path)) ||
    DAEMON.test(letter.fromAddress)
  )
    return 'bounce';
  if (isList(headers)) return 'list';
  return isBulk(headers) ? 'bulk' : 'human';
};
