const FORWARDED =
  /^[\s>*_]*-{2,}\s*(?:пересылаемое|пересланное|перенаправленное|forwarded)\s[^\n]{0,60}-{2,}\s*$|^[\s>]*(?:begin forwarded message|начало переадресованного сообщения|начало перенаправленного сообщения)\s*:?\s*$/i;
const SEPARATOR =
  /^\s*[-_*=]{2,}\s*(?:исходное сообщение|исходное письмо|оригинальное сообщение|первоначальное сообщение|original message|original appointment|reply message)\s*[-_*=]{2,}\s*$/i;
const RULE = /^\s*[_\-=]{10,}\s*$/;
const HEADER =
  /^\s*\*{0,2}(от|from|отправитель|отправлено|послано|sent|дата|date|кому|to|получатель|копия|копии|cc|тема|subject|важность|importance)\*{0,2}\s*:\*{0,2}(?:\s|$)/i;
const SENDER = new Set(['от', 'from', 'отправитель']);
const QUOTE = /^\s{0,3}>/;
const VERB =
  /(?:пишет|писал|писала|писали|написал|написала|написал\(а\)|написали|wrote|writes|schrieb|сообщил|сообщила|сообщает)(?:\s*\(а\))?\s*:\s*$/i;
const ADDRESS = /[^\s<>@"(),;:]+@[^\s<>@"(),;:]+/;
const MOMENT = /\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;
const START_OF_ATTRIBUTION =
  /^\s*(?:\*{0,2})(?:on\s|\d{1,2}[\s.,/-]|\d{4}-\d\d|(?:пн|вт|ср|чт|пт|сб|вс|mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,\s]|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|в письме|вы писали|вы написали|you wrote)/i;

const ATTRIBUTION_LIMIT = 400;
const ATTRIBUTION_LINES = 4;
const HEADER_BLOCK_LINES = 12;

/** Number of lines that the attribution starting here takes ("... wrote:" may be wrapped); 0 for none. */
const attributionLines = (lines: readonly string[], index: number): number => {
  if (!START_OF_ATTRIBUTION.test(lines[index] ?? '')) return 0;
  let joined = '';
  for (let size = 1; size <= ATTRIBUTION_LINES; size += 1) {
    const line = lines[index + size - 1];
    if (line === undefined || line.trim() === '') return 0;
    joined = `${joined} ${line.trim()}`;
    if (joined.length > ATTRIBUTION_LIMIT) return 0;
    if (!joined.endsWith(':')) continue;
    const followedByQuote = QUOTE.test(lines.slice(index + size).find((next) => next.trim() !== '') ?? '');
    const names = VERB.test(joined) || ADDRESS.test(joined) || /\sот\s/i.test(joined) || followedByQuote;
    if (MOMENT.test(joined) && names) return size;
  }
  return 0;
};

/** True when the lines from here are the header block that Outlook, 1C and others put above a quotation. */
const isHeaderBlock = (lines: readonly string[], index: number): boolean => {
  const names = new Set<string>();
  for (const line of lines.slice(index, index + HEADER_BLOCK_LINES)) {
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    // A long recipients' list runs over several lines, so one foreign line is allowed after a header.
    if (name !== undefined) names.add(name);
    else if (names.size === 0) return false;
  }
  return names.size >= 3 && [...names].some((name) => SENDER.has(name));
};

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** From the quotation down there is nothing but the quotation, and perhaps a signature under it. */
const isTail = (lines: readonly string[], start: number): boolean => {
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '-- ' || line === '--') return true;
    if (!isBlank(line) && !QUOTE.test(line)) return false;
  }
  return true;
};

const aboveRule = (lines: readonly string[], index: number): number => {
  let above = index - 1;
  while (above >= 0 && isBlank(lines[above])) above -= 1;
  return above >= 0 && RULE.test(lines[above] ?? '') ? above : index;
};

/** First line of the quotation, or -1. */
const quotationStart = (lines: readonly string[]): number => {
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    // What is passed on to us is new to us, headers, quotation and all.
    if (FORWARDED.test(line)) return -1;
    if (SEPARATOR.test(line)) return index;
    if (HEADER.test(line) && isHeaderBlock(lines, index)) return aboveRule(lines, index);
    const size = attributionLines(lines, index);
    if (size > 0) {
      const next = lines.slice(index + size).findIndex((one) => !isBlank(one));
      if (next < 0) return index;
      const first = index + size + next;
      // Answers between or under quoted lines: the letter is one whole, cutting would hide them.
      return QUOTE.test(lines[first] ?? '') && !isTail(lines, first) ? -1 : index;
    }
    if (QUOTE.test(line)) return isTail(lines, index) ? index : -1;
  }
  return -1;
};

/**
 * Splits a reply into what is new and what it quotes: `visible + quoted === text`, always. Knows the
 * headers and attributions of Outlook, Mail.ru, Yandex, 1C, Gmail, Thunderbird, The Bat! and Apple in
 * Russian and English. When in doubt, and when nothing but a quotation is there, everything is visible.
 */
export const splitReply = (text: string): { readonly visible: string; readonly quoted: string } => {
  const lines = text.split('\n');
  const start = quotationStart(lines);
  const offset =
    start < 0 ? text.length : lines.slice(0, start).reduce((sum, line) => sum + line.length + 1, 0);
  const visible = text.slice(0, offset);
  if (visible.trim() === '') return { visible: text, quoted: '' };
  return { visible, quoted: text.slice(offset) };
};
