import { countedBefore } from './describe-counting.ts';
import type { ClockChangeCause, CountingRule } from '../clock.ts';
import type { TraceChange } from './trace.ts';
import type { Telling } from './telling.ts';
import { instantWords, targetWords, type Language } from './time-words.ts';

const CHANGED: Readonly<Record<Language, Readonly<Record<ClockChangeCause | 'unknown', string>>>> = {
  ru: {
    priority: 'изменён приоритет',
    package: 'изменён пакет услуг',
    type: 'изменён тип обращения',
    calendar: 'вышла новая редакция производственного календаря',
    zone: 'изменилось местное время заявки',
    edition: 'вступила в силу новая редакция регламента',
    agreement: 'согласована другая дата',
    objection: 'получено возражение клиента',
    merge: 'присоединена заявка, срок которой раньше',
    unknown: 'изменилось правило',
  },
  en: {
    priority: 'the priority changed',
    package: 'the support package changed',
    type: 'the type of the request changed',
    calendar: 'the production calendar has a new edition',
    zone: 'the local time of the ticket changed',
    edition: 'a new edition of the regulation came into force',
    agreement: 'another date was agreed',
    objection: 'the customer objected',
    merge: 'a ticket that is due earlier was merged into this one',
    unknown: 'the rule changed',
  },
};

const promise = (telling: Telling, { target, clause }: CountingRule): string => {
  const words =
    target.kind === 'agreed-date'
      ? instantWords(telling.zone, target.at, telling.language)
      : targetWords(target, telling.language);
  return `${words} (${clause})`;
};

const targets = (telling: Telling, { before, after }: TraceChange): string => {
  const { say } = telling;
  const now = promise(telling, after);
  if (before === null) return say(`действует ${now}`, `${now} holds`);
  const was = promise(telling, before);
  return was === now
    ? say(`по-прежнему ${now}`, `still ${now}`)
    : say(`было ${was}, стало ${now}`, `it was ${was}, it is ${now}`);
};

const moved = ({ say, end }: Telling, { dueBefore, dueAfter }: TraceChange): readonly string[] => {
  if (dueBefore === null || dueAfter === null || dueBefore === dueAfter) return [];
  return [
    say(
      `Срок был ${end(dueBefore)}, стал ${end(dueAfter)}.`,
      `It was due ${end(dueBefore)}, it became due ${end(dueAfter)}.`,
    ),
  ];
};

const judgement = ({ say, time }: Telling, { at, breach, isJudged }: TraceChange): readonly string[] => {
  if (!isJudged)
    return [
      say(
        'Учтённое время не пересчитывается, нарушение из-за этого не возникает.',
        'What was counted stays as it was; this alone makes no miss.',
      ),
    ];
  switch (breach) {
    case 'caused':
      return [
        say(
          `По новому правилу время к этому моменту уже вышло: срок нарушен с ${time(at)}, не раньше.`,
          `By the new rule the time was already up: missed from ${time(at)}, not earlier.`,
        ),
      ];
    case 'cleared':
      return [say('По новому правилу срок не нарушен.', 'By the new rule the deadline is not missed.')];
    case 'kept':
    case 'none':
      return [];
  }
};

const changeWords = (telling: Telling, change: TraceChange): string => {
  const { language, say, time, span } = telling;
  const cause = CHANGED[language][change.cause ?? 'unknown'];
  const spent = change.spentMs === 0 ? '' : ` (${span(change.spentMs)})`;
  const kept =
    change.spentMs === 0
      ? ''
      : say(`; учтённое время${spent} сохраняется`, `; the time counted${spent} is kept`);
  const anew =
    change.spentMs === 0
      ? say('; отсчёт начат заново', '; counting begins anew')
      : say(
          `; отсчёт начат заново, прежнее время${spent} не переносится`,
          `; counting begins anew, the time before${spent} is not carried over`,
        );
  const first = `${time(change.at)} ${cause}: ${targets(telling, change)}${change.isAnew ? anew : kept}.`;
  return [
    first.charAt(0).toUpperCase() + first.slice(1),
    ...moved(telling, change),
    ...judgement(telling, change),
  ].join(' ');
};

/** Each change of the rule, after what had counted until then. */
export const changes = (telling: Telling): readonly string[] =>
  telling.trace.changes.flatMap((change, index) => {
    const period = telling.trace.periods[index];
    return period === undefined || period.workedMs === 0
      ? [changeWords(telling, change)]
      : [countedBefore(telling, period), changeWords(telling, change)];
  });
