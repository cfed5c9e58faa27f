import { localDateOf, type Instant, type TimeZoneId } from '@reglament/working-time';
import { dateWords, durationWords, type Language } from '../../clock/explain/time-words.ts';
import type { TermLength } from '../../regulation/certificate-rules.ts';
import { channelNames } from '../../regulation/channel-names.ts';
import type { ChannelId, Text } from '../../regulation/regulation.ts';
import { termWords } from './certificate-words.ts';
import { type CertificateRefusal, certificateRefusalTexts } from './refusals.ts';

const needNames: Readonly<Record<string, Text>> = {
  'upgrade-bought': { ru: 'купить обновление', en: 'buy the upgrade' },
  'upgrade-installed': { ru: 'установить обновление', en: 'install the upgrade' },
};

/** How each detail of a refusal is said. */
const sayers: Readonly<Record<string, (value: never, language: Language, zone: TimeZoneId) => string>> = {
  terms: (terms: readonly TermLength[], language) =>
    terms.map((term) => termWords(term, language)).join(', '),
  limit: (at: Instant, language, zone) => dateWords(localDateOf(zone, at), language),
  until: (at: Instant, language, zone) => dateWords(localDateOf(zone, at), language),
  earlier: (name: Text, language) => name[language],
  later: (name: Text, language) => name[language],
  startsOn: (at: Instant, language, zone) => dateWords(localDateOf(zone, at), language),
  earlierOn: (at: Instant, language, zone) => dateWords(localDateOf(zone, at), language),
  laterOn: (at: Instant, language, zone) => dateWords(localDateOf(zone, at), language),
  most: (ms: number, language) => durationWords(ms, language),
  channels: (channels: readonly ChannelId[], language) =>
    channels.map((channel) => channelNames[channel][language]).join(', '),
  standings: (names: readonly Text[], language) => names.map((name) => name[language]).join(', '),
  roleName: (name: Text, language) => name[language],
  closed: (says: Text, language) => says[language].replace(/\.$/u, ''),
  needs: (needs: readonly string[], language) =>
    needs.map((need) => needNames[need]?.[language] ?? need).join(', '),
};

/** A refusal in a sentence, its places filled. */
export const certificateRefusalWords = (
  { code, details }: CertificateRefusal,
  zone: TimeZoneId,
  language: Language,
): string =>
  certificateRefusalTexts[code][language].replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = details[key];
    if (value === null || value === undefined) return '—';
    const say = sayers[key];
    if (say !== undefined) return say(value as never, language, zone);
    return typeof value === 'string' || typeof value === 'number' ? `${value}` : '—';
  });
