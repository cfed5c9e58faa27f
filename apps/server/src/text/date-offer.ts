import type { Calendars, ClauseId, ClockId, Language, Regulation, Ticket } from '@reglament/desk';
import type { Instant } from '@reglament/working-time';
import { deadlineOf } from './deadline-words.ts';
import { endWords } from './moment-words.ts';
import { clockName } from './regulation-names.ts';

/** A date for a clock as a customer reads it before they agree. */
export interface DateOffer {
  readonly name: string;
  /** The deadline as it stands; null: no clock of this kind runs. */
  readonly now: string | null;
  /** The deadline if it were agreed. */
  readonly agreed: string;
  /** Whether waiting for the customer would move the date. */
  readonly pauses: string;
  readonly clause: ClauseId | null;
}

/** What the date would do, if it were agreed; nothing is changed by asking. */
export const dateOffer = (
  ticket: Ticket,
  { clock: id, date }: { readonly clock: ClockId; readonly date: Instant },
  given: { readonly regulation: Regulation; readonly calendars: Calendars; readonly now: Instant },
  language: Language,
): DateOffer => {
  const { regulation } = given;
  const say = (ru: string, en: string): string => (language === 'ru' ? ru : en);
  const clock = ticket.clocks.find((one) => one.id === id);
  const rule = regulation.clocks.find((one) => one.id === id);
  const at = endWords(regulation.zone, date, language);
  return {
    name: clockName(regulation, id, language),
    now: clock === undefined ? null : deadlineOf(clock, given, language).says,
    agreed: say(`до ${at}`, `by ${at}`),
    pauses:
      rule?.agreedDate?.pausesMoveIt === true
        ? say(
            'Время, пока мы ждём вашего ответа, сдвинет эту дату.',
            'The time we wait for your answer moves this date.',
          )
        : say(
            'Ожидание вашего ответа эту дату не сдвинет.',
            'Waiting for your answer does not move this date.',
          ),
    clause: rule?.agreedDate?.clause ?? null,
  };
};
