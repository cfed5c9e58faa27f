import type { Instant } from '@reglament/working-time';
import { channelNames } from '../regulation/channel-names.ts';
import type { ClauseId, Regulation, Text } from '../regulation/regulation.ts';
import type { CertificateTried, ChannelTried, EntitlementTrail, RuleTried } from './entitlement-trail.ts';
import { packageOf } from './judge-channel.ts';
import {
  type Audience,
  type Filling,
  nextWords,
  resultWords,
  ruleSentence,
  timeWords,
} from './trail-words.ts';

/** One rule as people read it. */
export interface TrailLine {
  readonly says: Text;
  readonly outcome: RuleTried['outcome'];
  readonly clause: ClauseId;
}

export interface TrailWords {
  readonly certificates: readonly {
    /** null: kept from a customer who is not listed under it. */
    readonly number: string | null;
    readonly package: Text;
    readonly result: CertificateTried['result'];
    readonly says: Text;
    readonly rules: readonly TrailLine[];
  }[];
  /** What was decided beside the certificates: which of several, what is served without one. */
  readonly rules: readonly TrailLine[];
  readonly next: Text | null;
}

/** What a trail does not hold: names, and instants as people of this desk read them. */
export interface TrailNames {
  readonly regulation: Regulation;
  readonly moment: (at: Instant) => Text;
  /** The same for an end: midnight is the end of the day before. */
  readonly end: (at: Instant) => Text;
}

const join = (texts: readonly Text[]): Text =>
  texts.length === 0
    ? { ru: 'нет', en: 'none' }
    : { ru: texts.map(({ ru }) => ru).join(', '), en: texts.map(({ en }) => en).join(', ') };

/** Standings and types of installation have ids, products are called what they are. */
const namesOf = ({ companyRoles, installationTypes }: Regulation, ids: readonly string[] = []): Text =>
  join(
    ids.map(
      (id) =>
        [...companyRoles, ...installationTypes].find((one) => one.id === id)?.name ?? { ru: id, en: id },
    ),
  );

const packageName = (regulation: Regulation, id: string): Text =>
  packageOf(regulation, id)?.name ?? { ru: id, en: id };

const unknownPackage: Text = {
  ru: 'Действующая редакция не знает такого пакета',
  en: 'The edition in force knows no such package',
};

const ENDS: ReadonlySet<RuleTried['time']> = new Set(['in-force', 'loyalty', 'expired']);

const describeRule = (tried: RuleTried, names: TrailNames, audience: Audience): readonly TrailLine[] => {
  const { rule, outcome, clause, time, moment, wanted, found, counted } = tried;
  const filling: Filling = {
    moment: moment === undefined ? null : (ENDS.has(time) ? names.end : names.moment)(moment),
    wanted: namesOf(names.regulation, wanted),
    found: namesOf(names.regulation, found),
    most: counted?.most ?? 0,
    used: counted?.used ?? 0,
  };
  if (rule === 'package') return [{ says: unknownPackage, outcome, clause }];
  const sentence = rule === 'time' ? timeWords[time ?? 'in-force'] : ruleSentence(rule, outcome, audience);
  return sentence === null ? [] : [{ says: sentence(filling), outcome, clause }];
};

const describeChannel = (
  { outcome, clause, as, packageId }: ChannelTried,
  trail: EntitlementTrail,
  { regulation }: TrailNames,
): TrailLine => {
  const came = channelNames[trail.channel];
  const name = packageName(regulation, packageId);
  if (outcome === 'taken')
    return {
      says: { ru: `Принимает так: ${came.ru}`, en: `Takes it this way: ${came.en}` },
      outcome: 'holds',
      clause,
    };
  if (outcome === 'not-taken' || as === undefined)
    return {
      says: {
        ru: `Пакет «${name.ru}» не принимает так: ${came.ru}`,
        en: `Package “${name.en}” does not take it this way: ${came.en}`,
      },
      outcome: 'fails',
      clause,
    };
  return {
    says: {
      ru: `Пришло так: ${came.ru}; ведётся, как если бы пришло так: ${channelNames[as].ru}`,
      en: `Came this way: ${came.en}; handled as if it had come this way: ${channelNames[as].en}`,
    },
    outcome: 'holds',
    clause,
  };
};

const CHOICE: Readonly<Record<'best-rank' | 'shortest-target', Text>> = {
  'best-rank': {
    ru: 'Подходят несколько: служит лучший пакет, из равных тот, что дольше',
    en: 'Several would do: the best package serves, of equals the one that lasts longest',
  },
  'shortest-target': {
    ru: 'Подходят несколько: служит тот, чей срок короче',
    en: 'Several would do: the one with the shortest promise serves',
  },
};

const withoutWords = (
  without: NonNullable<EntitlementTrail['without']>,
  { regulation }: TrailNames,
): Text => {
  const name = without.packageId === null ? null : packageName(regulation, without.packageId);
  if (without.why === 'service-stopped')
    return {
      ru: 'Обслуживание этого контакта прекращено',
      en: 'Service for this contact is stopped',
    };
  if (without.why === 'unknown-sender')
    return name === null
      ? {
          ru: 'Компания неизвестна: сроков пока не обещаем',
          en: 'The company is not known: nothing is promised yet',
        }
      : {
          ru: `Компания неизвестна: пока по пакету «${name.ru}»`,
          en: `The company is not known: package “${name.en}” meanwhile`,
        };
  return name === null
    ? {
        ru: 'Без подходящего сертификата сроков нет',
        en: 'Without a certificate that fits nothing is promised',
      }
    : {
        ru: `Без подходящего сертификата — по пакету «${name.ru}»`,
        en: `Without a certificate that fits: package “${name.en}”`,
      };
};

const describeRest = (trail: EntitlementTrail, names: TrailNames): readonly TrailLine[] => {
  const { chosenBy, without, further } = trail;
  const lines: TrailLine[] = [];
  if (chosenBy !== null)
    lines.push({ says: CHOICE[chosenBy.rule], outcome: 'holds', clause: chosenBy.clause });
  if (without !== null) {
    const outcome = without.packageId === null ? 'fails' : 'holds';
    lines.push({ says: withoutWords(without, names), outcome, clause: without.clause });
    if (without.channel !== null) lines.push(describeChannel(without.channel, trail, names));
  }
  if (further > 0)
    lines.push({
      says: {
        ru: `Ещё сертификатов, которые не подошли: ${further}`,
        en: `Further certificates that do not do: ${further}`,
      },
      outcome: 'fails',
      clause: names.regulation.entitlement.clause,
    });
  return lines;
};

/** Who may not ask under a certificate has no business with its number. */
const isKept = ({ rules }: CertificateTried): boolean =>
  rules.some(({ rule, outcome }) => rule === 'contact' && outcome === 'fails');

/** A trail in sentences: every rule for an engineer, what concerns them for the customer. */
export const describeTrail = (
  trail: EntitlementTrail,
  names: TrailNames,
  audience: Audience,
): TrailWords => ({
  certificates: trail.certificates.map((one) => ({
    number: audience === 'customer' && isKept(one) ? null : one.number,
    package: packageName(names.regulation, one.packageId),
    result: one.result,
    says: resultWords[one.result][audience],
    rules: [
      ...one.rules.flatMap((tried) => describeRule(tried, names, audience)),
      ...(one.channel === null ? [] : [describeChannel(one.channel, trail, names)]),
    ],
  })),
  rules: describeRest(trail, names),
  next: trail.next === null ? null : nextWords[trail.next][audience],
});
