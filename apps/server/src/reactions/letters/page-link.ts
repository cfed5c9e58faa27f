import type { Language, Text } from '@reglament/desk';
import { frameBlocks } from '../letter-frame.ts';
import { type Block, paragraph } from '../letter.ts';
import type { RenderedNotice } from '../notice-facts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** A link that somebody asked for on a page without an account. */
export interface PageLinkFacts {
  readonly deskName: Text;
  readonly url: string;
  /** When it stops opening anything, in words. */
  readonly until: string;
  readonly what:
    | { readonly kind: 'register' }
    | { readonly kind: 'support' }
    /** Nothing is registered for this address: the link leads to the page on which it can be. */
    | { readonly kind: 'nothing' };
}

const wordsOf = ({ what, until }: PageLinkFacts, language: Language): readonly [string, string, string] => {
  const say = sayIn(language);
  switch (what.kind) {
    case 'register':
      return [
        say('Подтвердите регистрацию', 'Confirm the registration'),
        say(
          `На странице поддержки попросили зарегистрировать сертификат или ключ и назвали ваш адрес. По ссылке видно, что именно; нажмите там кнопку, если это были вы. Ссылка срабатывает один раз и действует до ${until}.`,
          `Somebody asked on the support page to register a certificate or a key and gave your address. The link shows which; press the button there if it was you. It works once, until ${until}.`,
        ),
        say('Посмотреть и подтвердить', 'Look and confirm'),
      ];
    case 'support':
      return [
        say('Ссылка на вашу поддержку', 'The link to your support'),
        say(
          `По ссылке видно, что покрыто поддержкой и сколько осталось, и можно заявить о продлении. Она действует до ${until}; новую попросите на той же странице.`,
          `The link shows what is covered and how much is left, and lets you declare a renewal. It works until ${until}; ask for a new one on the same page.`,
        ),
        say('Открыть мою поддержку', 'Open my support'),
      ];
    case 'nothing':
      return [
        say('На этот адрес ничего не зарегистрировано', 'Nothing is registered for this address'),
        say(
          'Вы просили ссылку на поддержку, но ни одна компания не назвала этот адрес. Если у вас есть сертификат или ключ, зарегистрируйте его.',
          'You asked for the link to your support, but no company has named this address. If you have a certificate or a key, register it.',
        ),
        say('Зарегистрировать', 'Register'),
      ];
  }
};

/**
 * The letter with the link: whoever did not ask for it needs to do nothing. It goes to an address that anybody may have typed,
 * so not one word of what was typed is in it (R9).
 */
export const pageLinkLetter = (facts: PageLinkFacts, language: Language): RenderedNotice => {
  const say = sayIn(language);
  const [subject, text, label] = wordsOf(facts, language);
  const blocks: readonly Block[] = [
    paragraph(greeting[language]),
    paragraph(text),
    { kind: 'link', label, url: facts.url },
    paragraph(
      say(
        'Если это были не вы, ничего не делайте: без нажатия ничего не произойдёт.',
        'If it was not you, do nothing: without the button nothing happens.',
      ),
    ),
    paragraph(facts.deskName[language]),
  ];
  return frameBlocks(`[${facts.deskName[language]}] ${subject}`, blocks, language);
};
