import type { Text } from '../regulation.ts';
import { both } from './key-words.ts';

/** Something of a vendor's rules that no key can say yet. */
export interface Unsaid {
  readonly what: Text;
  /** What to write until it can be said. */
  readonly instead: Text;
  /** A place of the sample and what one would write there: the check refuses it, or this is said already. */
  readonly tried?: readonly [from: string, to: string];
}

/** What the language can't say yet, told to whoever looks for it. */
export const UNSAID: readonly Unsaid[] = [
  {
    what: both(
      'Дата, которая повторяется каждый год («31 декабря закрыто»).',
      'A date of every year ("closed on 31 December").',
    ),
    instead: both(
      'назовите её в `exceptions` за каждый год отдельно',
      'name it in `exceptions` for each year by itself',
    ),
    tried: ['exceptions: {2026-12-31:', 'exceptions: {12-31:'],
  },
  {
    what: both('Автозакрытие в рабочих днях.', 'Closing by itself in working days.'),
    instead: both(
      'календарные дни с `day-off: next-working-day` или простые часы',
      'calendar days with `day-off: next-working-day`, or plain hours',
    ),
    tried: ['after: 14 calendar days', 'after: 10 working days'],
  },
  {
    what: both(
      'Молчание как согласие с новым приоритетом или датой.',
      'Silence as consent to another priority or date.',
    ),
    instead: both(
      'без ответа предложение остаётся предложением; молчание закрывает только решённую заявку (`auto-close`)',
      'without an answer a proposal stays one; silence closes a resolved ticket alone (`auto-close`)',
    ),
  },
  {
    what: both(
      'Часы отдельного канала: почта всегда, телефон до шести.',
      'Hours of one channel: mail always, the phone till six.',
    ),
    instead: both(
      'часы бывают у пакета, приоритета и строки срока; о канале скажите в `note` адреса',
      'hours belong to a package, a priority or a line of targets; say it of a channel in the `note` of its address',
    ),
    tried: ['channels: [email, portal]', 'channels: {email: any, portal: any, phone: {hours: office}}'],
  },
  {
    what: both(
      'Приоритет по таблице «влияние × срочность».',
      'A priority worked out from impact and urgency.',
    ),
    instead: both(
      'спросите о них в `intake`, а приоритет ставит клиент или сотрудник по `definition`',
      'ask for both in `intake`; the customer or staff choose the priority by its `definition`',
    ),
  },
  {
    what: both(
      'Срок, который зависит от другого срока: «решение — втрое дольше реакции».',
      'A target that depends on another: "resolution in three times the reaction".',
    ),
    instead: both('назовите оба срока', 'write both figures'),
  },
  {
    what: both(
      'Штраф или скидка за пропущенный срок; цены и скидки числом.',
      'A penalty or credit for a missed deadline; prices and discounts as figures.',
    ),
    instead: both('`price` — текст для людей', '`price` is a text for people'),
  },
  {
    what: both(
      'Правила одного клиента, кроме своего срока короче общего (`individually`).',
      'Rules of one customer, but for a figure of their own that is shorter (`individually`).',
    ),
    instead: both('отдельный пакет', 'a package of its own'),
  },
  {
    what: both('Третий язык писем и страниц.', 'A third language of letters and pages.'),
    instead: both('тексты — русский и английский', 'texts are Russian and English'),
  },
];
