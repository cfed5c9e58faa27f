import type { Language, Text } from '@reglament/desk';
import type { OptionalLetter } from '../../store/queries/contact-profiles.ts';
import type { StatusDesk } from '../../store/queries/status-page.ts';
import { markup } from '../html.ts';
import { pageFrame } from '../page-frame.ts';

/** What stands on the page: the question, or what has just been kept. */
export type UnsubscribeState = 'asks' | 'off' | 'on';

const kinds: Readonly<Record<OptionalLetter, Text>> = {
  answer: { ru: 'дальнейшие ответы по вашим заявкам', en: 'further answers to your requests' },
  deadline: { ru: 'письма о назначенном приоритете', en: 'letters about the priority that was set' },
  certificate: { ru: 'напоминания о конце поддержки', en: 'reminders that support is about to end' },
  colleague: { ru: 'письма о заявках коллег', en: 'letters about your colleagues’ requests' },
};

const words = {
  ru: {
    asks: 'Не присылать эти письма?',
    off: 'Больше не присылаем',
    on: 'Присылаем снова',
    what: (kind: string, email: string) => `На ${email} приходят ${kind}.`,
    stopped: (kind: string, email: string) => `На ${email} больше не будут приходить ${kind}.`,
    again: (kind: string, email: string) => `На ${email} снова будут приходить ${kind}.`,
    always:
      'Номер принятой заявки, вопросы к вам, решения, отказы и закрытие присылаем всегда: этого требует регламент.',
    stop: 'Не присылать',
    resume: 'Присылать снова',
  },
  en: {
    asks: 'Stop these letters?',
    off: 'No more of these letters',
    on: 'The letters are sent again',
    what: (kind: string, email: string) => `${email} gets ${kind}.`,
    stopped: (kind: string, email: string) => `${email} will get no more ${kind}.`,
    again: (kind: string, email: string) => `${email} will get ${kind} again.`,
    always:
      'The number of a registered request, questions to you, solutions, refusals and closing are always sent: the regulation demands them.',
    stop: 'Stop them',
    resume: 'Send them again',
  },
} as const;

/** The page of a letter's link: asks, does by a button, and can take it back. No account, no script. */
export const unsubscribePage = (view: {
  readonly state: UnsubscribeState;
  readonly kind: OptionalLetter;
  readonly email: string;
  readonly desk: StatusDesk;
  readonly language: Language;
  readonly nonce: string;
  readonly path: string;
}): string => {
  const { state, kind, email, desk, language, nonce, path } = view;
  const w = words[language];
  const of = kinds[kind][language];
  const says = { asks: w.what, off: w.stopped, on: w.again }[state](of, email);
  const wanted = state === 'off';
  const button = wanted
    ? markup`<button class="plain">${w.resume}</button>`
    : markup`<button>${w.stop}</button>`;
  return pageFrame(
    {
      title: `${w[state]} — ${desk.name[language]}`,
      language,
      nonce,
      deskName: desk.name[language],
      otherLanguageUrl: `${path}?lang=${language === 'ru' ? 'en' : 'ru'}`,
    },
    markup`<main id="main" class="plain"><div class="head"><h1>${w[state]}</h1></div><section class="card"><div class="stack"><p${state === 'asks' ? null : markup` role="status"`}>${says}</p><p class="hint">${w.always}</p><form method="post" action="${path}?lang=${language}"><input type="hidden" name="letters" value="${wanted ? 'on' : 'off'}"><div class="buttons">${button}</div></form></div></section></main>`,
  );
};
