import type { Language, UpgradeLicence } from '@reglament/desk';
import { clauseSentence } from '../../text/regulation-names.ts';
import type { CertificateLetterFacts } from '../certificate-letter-facts.ts';
import { type Letter, paragraph, strong } from '../letter.ts';
import { supportOf } from './certificate-parts.ts';
import { greeting, sayIn } from './letter-parts.ts';

/** Licences for a new major version were issued, at no price. */
export const upgradeLetter = (
  facts: CertificateLetterFacts,
  { version, quantity, number, clause }: UpgradeLicence,
  language: Language,
): Pick<Letter, 'subject' | 'blocks'> => {
  const say = sayIn(language);
  const why = clauseSentence(facts.world.regulation, clause, language);
  return {
    subject: say(`Лицензии перехода на версию ${version}`, `Upgrade licences for version ${version}`),
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(`Выписали вам лицензии перехода на версию ${version}.`, `Upgrade licences for version ${version} are issued to you.`),
      ),
      paragraph(`${say('По чему', 'Under')}: ${supportOf(facts, language)}`),
      { kind: 'fact', name: say('Количество', 'Quantity'), value: `${quantity}`, notes: [] },
      ...(number === null
        ? []
        : [{ kind: 'fact' as const, name: say('Номер или ключ', 'Number or key'), value: number, notes: [] }]),
      { kind: 'fact', name: say('Цена', 'Price'), value: '0', notes: why === '' ? [] : [why] },
    ],
  };
};
