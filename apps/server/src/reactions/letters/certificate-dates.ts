import {
  type Language,
  type MomentEvent,
  momentNames,
  startCauseNames,
  termWords,
  type Text,
} from '@reglament/desk';
import { endWords, momentWords } from '../../text/moment-words.ts';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import type { Block } from '../letter.ts';
import { sayIn } from './letter-parts.ts';

const EARLIER: Readonly<Partial<Record<MomentEvent, Text>>> = {
  'first-covered-request': {
    ru: 'Раньше её начнёт первое обращение, которое она покрывает.',
    en: 'The first request that it covers begins it earlier.',
  },
  'first-contact': { ru: 'Раньше её начнёт первое обращение.', en: 'The first request begins it earlier.' },
  commissioning: {
    ru: 'Раньше её начнёт ввод в эксплуатацию: сообщите нам его дату.',
    en: 'Commissioning begins it earlier: tell us the date.',
  },
};

/** What would begin it at once, a sentence an event. */
const earlierNotes = ({ certificate }: CertificateLetterFacts, language: Language): readonly string[] =>
  certificate.beginsOn.map(
    (event) =>
      EARLIER[event]?.[language] ??
      sayIn(language)(
        `Её начнёт и другое событие: ${momentNames[event].ru}.`,
        `Another event begins it, too: ${momentNames[event].en}.`,
      ),
  );

const startBlock = (facts: CertificateLetterFacts, language: Language): Block => {
  const say = sayIn(language);
  const { certificate, world } = facts;
  const { startsAt, startCause, beginsOn } = certificate;
  const name = say('Начало', 'Begins');
  const isAhead = startsAt === null || startsAt > world.now;
  const earlier = isAhead ? earlierNotes(facts, language) : [];
  if (startsAt === null)
    return { kind: 'fact', name, value: say('пока неизвестно', 'not known yet'), notes: earlier };
  const moment = momentWords(world.regulation.zone, startsAt, language);
  const isLatest = isAhead && beginsOn.length > 0;
  const cause = startCause === null ? [] : [startCauseNames[startCause][language]];
  return {
    kind: 'fact',
    name,
    value: isLatest ? say(`не позже чем ${moment}`, `not later than ${moment}`) : moment,
    notes: [...cause.map((why) => say(`Основание: ${why}.`, `By: ${why}.`)), ...earlier],
  };
};

const lastDayBlock = (facts: CertificateLetterFacts, language: Language): Block => {
  const say = sayIn(language);
  const { certificate, world } = facts;
  const { endsAt, term } = certificate;
  const name = say('Последний день', 'Last day');
  if (endsAt !== null)
    return { kind: 'fact', name, value: endWords(world.regulation.zone, endsAt, language), notes: [] };
  const value =
    term === null
      ? say('пока держится то, на чём она основана', 'as long as what it stands on')
      : say(`${termWords(term, 'ru')} после начала`, `${termWords(term, 'en')} after it begins`);
  return { kind: 'fact', name, value, notes: [] };
};

/** From when and until when, on the desk's clock. */
export const dateBlocks = (facts: CertificateLetterFacts, language: Language): readonly Block[] => [
  startBlock(facts, language),
  lastDayBlock(facts, language),
];
