import type { Regulation, Text } from '../regulation/regulation.ts';
import { clockName, type EventNames, type EventWords, words } from './event-words.ts';
import type { EditionGap, EventOf } from './events.ts';

const nameIn = (known: readonly { readonly id: string; readonly name: Text }[], id: string): Text =>
  known.find((one) => one.id === id)?.name ?? { ru: id, en: id };

const gapWords = ({ part, id }: EditionGap, r: Regulation): Text => {
  const clock = clockName(r, id);
  switch (part) {
    case 'package': {
      const { ru, en } = nameIn(r.packages, id);
      return { ru: `нет пакета «${ru}»`, en: `package “${en}” is not there` };
    }
    case 'priority': {
      const { ru, en } = nameIn(r.priorities, id);
      return { ru: `нет приоритета «${ru}»`, en: `priority “${en}” is not there` };
    }
    case 'type': {
      const { ru, en } = nameIn(r.ticketTypes, id);
      return { ru: `нет типа обращения «${ru}»`, en: `type of request “${en}” is not there` };
    }
    case 'line': {
      const { ru, en } = nameIn(r.lines, id);
      return { ru: `нет линии «${ru}»`, en: `line “${en}” is not there` };
    }
    case 'clock':
      return { ru: `нет срока «${clock.ru}»`, en: `“${clock.en}” is not promised there at all` };
    case 'promise':
      return {
        ru: `не сказано, каков срок «${clock.ru}» в этом случае`,
        en: `nothing is said of “${clock.en}” in this case`,
      };
    case 'agreed-date':
      return {
        ru: `для срока «${clock.ru}» дату не согласуют, а здесь она согласована`,
        en: `no date is agreed for “${clock.en}” there, and here one is`,
      };
  }
};

/** A ticket that goes over to the edition in force, or can't. */
export const describeEdition = (
  event: EventOf<'EditionFollowed' | 'EditionNotFollowed'>,
  { regulation, moment }: EventNames,
): EventWords => {
  const { edition, clause } = event;
  if (event.type === 'EditionFollowed') {
    const from = moment(event.from);
    return words(
      `Вступила в силу редакция «${edition}»: с ${from.ru} заявка идёт по ней`,
      `Edition “${edition}” came into force: the ticket goes by it from ${from.en} on`,
      clause,
    );
  }
  const gap = gapWords(event.lacks, regulation);
  return words(
    `Заявка осталась на своей редакции: в редакции «${edition}» ${gap.ru}`,
    `The ticket keeps its edition: of edition “${edition}” ${gap.en}`,
    clause,
  );
};
