import type { TracePause } from './trace.ts';
import type { Telling } from './telling.ts';
import type { Language } from './time-words.ts';

const PAUSED: Readonly<Record<Language, Readonly<Record<string, readonly [now: string, then: string]>>>> = {
  ru: { 'waiting-for-customer': ['ждём ответа клиента', 'ждали ответа клиента'] },
  en: {
    'waiting-for-customer': ["waiting for the customer's answer", "waiting for the customer's answer"],
  },
};

/** Pauses told one by one; of more the sum is told. */
const NAMED = 8;

const pauseWords = (telling: Telling, pause: TracePause): string => {
  const { language, say, time, measured } = telling;
  const [now, then] = PAUSED[language][pause.cause] ?? [pause.cause, pause.cause];
  const cost = measured(pause.workingMs);
  if (pause.to === null)
    return say(
      `Отсчёт стоит с ${time(pause.from)}: ${now}.`,
      `The clock stands since ${time(pause.from)}: ${now}.`,
    );
  // What begins anew after an objection is said where the rule's change is.
  if (pause.cause === 'stopped' && telling.trace.changes.some(({ at, isAnew }) => isAnew && at === pause.to))
    return say(
      `${time(pause.from)} работа была завершена, ${time(pause.to)} возобновлена.`,
      `The work was finished ${time(pause.from)} and taken up again ${time(pause.to)}.`,
    );
  if (pause.cause === 'stopped')
    return say(
      `${time(pause.from)} работа была завершена, ${time(pause.to)} возобновлена: отсчёт идёт дальше, не учтено ${cost}.`,
      `The work was finished ${time(pause.from)} and taken up again ${time(pause.to)}: counting goes on, ${cost} not counted.`,
    );
  return say(
    `Отсчёт стоял с ${time(pause.from)} до ${time(pause.to)} (${then}), не учтено ${cost}.`,
    `The clock stood from ${time(pause.from)} to ${time(pause.to)} (${then}); ${cost} not counted.`,
  );
};

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const withdrawn = ({ trace, say, time }: Telling): readonly string[] =>
  trace.withdrawnStopAt === null
    ? []
    : [
        say(
          `Остановка отсчёта ${time(trace.withdrawnStopAt)} отменена: время считается без перерыва.`,
          `The stop ${time(trace.withdrawnStopAt)} was withdrawn: time counts without a break.`,
        ),
      ];

/** Each pause and each reopening; of very many the first ones and the sum of the others. */
export const standing = (telling: Telling): readonly string[] => {
  const { pauses } = telling.trace;
  const told = pauses.length > NAMED ? [...pauses.slice(0, NAMED - 2), ...pauses.slice(-1)] : pauses;
  const words = told.map((pause) => upperFirst(pauseWords(telling, pause)));
  const rest = pauses.slice(NAMED - 2, -1);
  if (pauses.length <= NAMED) return [...words, ...withdrawn(telling)];
  const cost = telling.measured(rest.reduce((sum, { workingMs }) => sum + workingMs, 0));
  const others = telling.say(
    `Ещё остановок отсчёта: ${rest.length}, не учтено ${cost}.`,
    `The clock stood ${rest.length} more times; ${cost} not counted.`,
  );
  return [...words.slice(0, -1), others, ...words.slice(-1), ...withdrawn(telling)];
};
