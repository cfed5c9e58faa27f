import type { Language, Text } from '@reglament/desk';
import { frameBlocks } from '../letter-frame.ts';
import { type Block, paragraph } from '../letter.ts';
import type { RenderedNotice } from '../notice-facts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** A link that lets somebody in. */
export interface WayInFacts {
  readonly deskName: Text;
  readonly url: string;
  /** When it stops opening anything, in words. */
  readonly until: string;
  readonly what:
    | { readonly kind: 'link' }
    | { readonly kind: 'reset' }
    /** Who invites, and as whom, in the words of the letter's language. */
    | { readonly kind: 'invitation'; readonly by: string; readonly role: string };
}

const wordsOf = (
  { what, until, deskName }: WayInFacts,
  language: Language,
): readonly [subject: string, text: string, label: string] => {
  const say = sayIn(language);
  switch (what.kind) {
    case 'link':
      return [
        say('Ссылка для входа', 'Your sign-in link'),
        say(
          `Вы попросили войти без пароля. Откройте ссылку и нажмите там кнопку. Она срабатывает один раз и действует до ${until}.`,
          `You asked to sign in without a password. Open the link and press the button there. It works once, until ${until}.`,
        ),
        say('Войти', 'Sign in'),
      ];
    case 'reset':
      return [
        say('Новый пароль', 'A new password'),
        say(
          `По ссылке можно задать новый пароль. Когда вы это сделаете, все открытые сеансы завершатся. Ссылка срабатывает один раз и действует до ${until}.`,
          `The link lets you set a new password. Once you do, every open session ends. It works once, until ${until}.`,
        ),
        say('Задать пароль', 'Set a password'),
      ];
    case 'invitation':
      return [
        say('Приглашение в команду', 'An invitation to the team'),
        say(
          `${what.by} приглашает вас работать в службе поддержки «${deskName.ru}». Роль: ${what.role}. Ссылка срабатывает один раз и действует до ${until}.`,
          `${what.by} invites you to work at the support desk “${deskName.en}”. Role: ${what.role}. The link works once, until ${until}.`,
        ),
        say('Принять приглашение', 'Accept the invitation'),
      ];
  }
};

/** The letter with the link. Whoever did not ask for it needs to do nothing; what a stranger typed is not in it (R9). */
export const wayInLetter = (facts: WayInFacts, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const [subject, text, label] = wordsOf(facts, language);
  const blocks: readonly Block[] = [
    paragraph(greeting[language]),
    paragraph(text),
    { kind: 'link', label, url: facts.url },
    paragraph(
      facts.what.kind === 'invitation'
        ? say(
            'Если вы не знаете, о чём это, просто не отвечайте на приглашение.',
            'If this means nothing to you, leave the invitation alone.',
          )
        : say(
            'Если это были не вы, ничего не делайте: без нажатия ничего не произойдёт. Никому не пересылайте это письмо.',
            'If it was not you, do nothing: without the button nothing happens. Do not forward this letter to anybody.',
          ),
    ),
    paragraph(facts.deskName[language]),
  ];
  return frameBlocks(`[${facts.deskName[language]}] ${subject}`, blocks, language);
};
