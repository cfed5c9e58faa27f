import type { Regulation, Text } from '@reglament/desk';
import type { Concern } from '../time-zones/concern.ts';

const offsetWords = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return `UTC${ms < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest}`;
};

const SOURCES: Readonly<Record<'database' | 'system', Text>> = {
  database: { ru: 'базы данных', en: 'the database' },
  system: { ru: 'операционной системы', en: 'the operating system' },
};

/** A concern in a sentence that says what to do about it. */
export const concernWords = (concern: Concern, { schedules }: Pick<Regulation, 'schedules'>): Text => {
  switch (concern.kind) {
    case 'time-zone-data': {
      const { zone, source, oursMs, theirsMs } = concern;
      const date = new Date(concern.at).toISOString().slice(0, 10);
      const ours = offsetWords(oursMs);
      const theirs = theirsMs === null ? null : offsetWords(theirsMs);
      const { ru, en } = SOURCES[source];
      return {
        ru: `Данные часовых поясов расходятся: ${zone}, ${date}: у сервера ${ours}, у ${ru} ${theirs ?? 'пояса нет'}. Сроки считает сервер; обновите данные ${ru} или Node.js.`,
        en: `Time-zone data disagree: ${zone}, ${date}: the server has ${ours}, ${en} ${theirs ?? 'does not know the zone'}. Deadlines are the server’s; update ${en} or Node.js.`,
      };
    }
    case 'calendar-year':
      return {
        ru: `В производственном календаре «${concern.calendar}» нет ${concern.year} года: сроки в нём посчитаны только по праздникам из закона. Добавьте год в regulations/calendars.`,
        en: `The production calendar “${concern.calendar}” has no ${concern.year}: deadlines there know only the holidays of the law. Add the year to regulations/calendars.`,
      };
    case 'never-opens': {
      const name = schedules.find(({ id }) => id === concern.schedule)?.name;
      return {
        ru: `График «${name?.ru ?? concern.schedule}» больше никогда не открывается: у обещаний в нём нет срока. Проверьте регламент.`,
        en: `The hours “${name?.en ?? concern.schedule}” never come again: what is promised in them has no deadline. Check the regulation.`,
      };
    }
    case 'regulation-refused': {
      const { newDesk, line, column, code, says, more } = concern;
      const what: Text =
        newDesk === undefined
          ? {
              ru: 'Новый текст регламента не принят, действует прежний',
              en: 'The new text of the regulation is refused, the one before stays in force',
            }
          : {
              ru: `Регламент ${newDesk}.yaml не принят, службы по нему нет`,
              en: `The regulation ${newDesk}.yaml is refused, there is no desk by it`,
            };
      return {
        ru: `${what.ru}. Строка ${line}, столбец ${column}, ${code}: ${says.ru}.${more > 0 ? ` И ещё ${more}: reglament check.` : ''}`,
        en: `${what.en}. Line ${line}, column ${column}, ${code}: ${says.en}.${more > 0 ? ` And ${more} more: reglament check.` : ''}`,
      };
    }
  }
};
