import {
  type ClockId,
  durationWords,
  type Language,
  remainingAt,
  warningOfKey,
  warningWords,
} from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { cutText } from '../../text/clean-text.ts';
import { deadlineOf } from '../../text/deadline-words.ts';
import { staffEndWords } from '../../text/moment-words.ts';
import { priorityWords } from '../../text/priority-words.ts';
import { clockName } from '../../text/regulation-names.ts';
import { type Block, type Letter, paragraph, strong } from '../letter.ts';
import type { NoticeFacts, StaffAlarm } from '../notice-facts.ts';
import { sayIn } from './letter-parts.ts';

const SUBJECT_LIMIT = 300;

interface ClockAlarm {
  readonly kind: 'clock-warning' | 'clock-breach';
  readonly clock: ClockId;
  readonly dueAt: Instant;
  /** The mark of the warning, as the notice holds it: `0.5`. */
  readonly threshold: string;
  /** How long after its instant it is told; absent: in time. */
  readonly lateMs?: number;
}

const staffOf = (facts: NoticeFacts): StaffAlarm => {
  if (facts.staff === null) throw new Error(`an alarm of ticket ${facts.number} goes to nobody`);
  return facts.staff;
};

/** What is left in the clock's own hours; null when it counts no more. */
const leftWords = (facts: NoticeFacts, alarm: ClockAlarm, language: Language): string | null => {
  const clock = facts.ticket.clocks.find(({ id }) => id === alarm.clock);
  if (clock === undefined || clock.status !== 'running') return null;
  const left = remainingAt(clock, facts.now, facts.calendars);
  return left === null || left <= 0 ? null : durationWords(left, language);
};

const factsOf = (facts: NoticeFacts, alarm: ClockAlarm, language: Language): readonly Block[] => {
  const say = sayIn(language);
  const clock = facts.ticket.clocks.find(({ id }) => id === alarm.clock);
  const priority = priorityWords(facts.ticket, facts.regulation, language);
  const reasons = clock === undefined ? [] : deadlineOf(clock, facts, language).reasons;
  return [
    {
      kind: 'fact',
      name: say('Тема', 'Subject'),
      value: cutText(staffOf(facts).subject, SUBJECT_LIMIT),
      notes: [],
    },
    {
      kind: 'fact',
      name: say('Заявитель', 'Requester'),
      value: cutText(facts.requester.name, SUBJECT_LIMIT),
      notes: [],
    },
    ...(priority === null
      ? []
      : [{ kind: 'fact' as const, name: say('Приоритет', 'Priority'), value: priority.name, notes: [] }]),
    {
      kind: 'fact',
      name: clockName(facts.regulation, alarm.clock, language),
      value: staffEndWords(facts.regulation, alarm.dueAt, language),
      notes: reasons,
    },
  ];
};

const MINUTE_MS = 60_000;

/** Why it comes so late; nothing when it comes in time. */
const latenessOf = ({ lateMs }: ClockAlarm, language: Language): readonly Block[] => {
  if (lateMs === undefined) return [];
  const span = durationWords(lateMs - (lateMs % MINUTE_MS), language);
  return [
    paragraph(
      sayIn(language)(
        `Сообщаем с опозданием (${span}): в это время система не работала.`,
        `We tell you this late (${span}): the system was not running at the time.`,
      ),
    ),
  ];
};

/** How near the deadline is; the sentence around it speaks of the deadline already. */
const nearWords = ({ threshold }: ClockAlarm, language: Language): string => {
  const mark = warningOfKey(threshold);
  if (mark.before !== undefined) return warningWords(mark, language);
  const percent = Math.round(mark.fraction * 100);
  return sayIn(language)(`израсходовано ${percent} %`, `${percent}% of the time is used`);
};

/** A deadline comes near, or has passed: told to a person of the staff. */
export const clockAlarmLetter = (facts: NoticeFacts, alarm: ClockAlarm, language: Language): Letter => {
  const say = sayIn(language);
  const name = clockName(facts.regulation, alarm.clock, language).toLowerCase();
  const { recipientName } = staffOf(facts);
  const left = leftWords(facts, alarm, language);
  const used = nearWords(alarm, language);
  const missed = alarm.kind === 'clock-breach';
  const rest = left === null ? '' : say(` Осталось: ${left}.`, ` Left: ${left}.`);
  return {
    subject: missed
      ? say(`Срок пропущен: ${name}`, `Deadline missed: ${name}`)
      : say(`Срок близко: ${name}, ${used}`, `Deadline near: ${name}, ${used}`),
    to: 'staff',
    answerHint: null,
    blocks: [
      paragraph(say(`Здравствуйте, ${recipientName}!`, `Hello ${recipientName},`)),
      strong(
        missed
          ? say(
              `По заявке ${facts.number} пропущен срок: ${name}.`,
              `Ticket ${facts.number} has missed its deadline: ${name}.`,
            )
          : say(
              `По заявке ${facts.number} подходит срок: ${name}, ${used}.${rest}`,
              `Ticket ${facts.number} is near its deadline: ${name}, ${used}.${rest}`,
            ),
      ),
      ...latenessOf(alarm, language),
      ...factsOf(facts, alarm, language),
    ],
  };
};
