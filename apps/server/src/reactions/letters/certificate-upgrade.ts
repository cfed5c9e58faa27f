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
        say(
          `Выписали вам лицензии перехода на версию ${version}.`,
          `Upgrade licences for version ${version} are issued to you.`,
        ),
      ),
      paragraph(`${say('По чему', 'Under')}: ${supportOf(facts, language)}`),
      { kind: 'fact', name: say('Количество', 'Quantity'), value: `${quantity}`, notes: [] },
      ...(number === null
        ? []
        : [
            { kind: 'fact' as const, name: say('Номер или ключ', 'Number or key'), value: number, notes: [] },
          ]),
      { kind: 'fact', name: say('Цена', 'Price'), value: '0', notes: why === '' ? [] : [why] },
    ],
  };
};

/** Licences for a new major version were taken back; why, the desk writes for its own history. */
export const upgradeRevokedLetter = (
  facts: CertificateLetterFacts,
  { version, quantity, number }: UpgradeLicence,
  language: Language,
): Pick<Letter, 'subject' | 'blocks'> => {
  const say = sayIn(language);
  return {
    subject: say(
      `Лицензии перехода на версию ${version} отозваны`,
      `Upgrade licences for version ${version} are taken back`,
    ),
    blocks: [
      paragraph(greeting[language]),
      strong(
        say(
          `Отозвали лицензии перехода на версию ${version}: больше они не действуют.`,
          `The upgrade licences for version ${version} are taken back: they count no more.`,
        ),
      ),
      paragraph(`${say('По чему', 'Under')}: ${supportOf(facts, language)}`),
      { kind: 'fact', name: say('Количество', 'Quantity'), value: `${quantity}`, notes: [] },
      ...(number === null
        ? []
        : [
            { kind: 'fact' as const, name: say('Номер или ключ', 'Number or key'), value: number, notes: [] },
          ]),
      paragraph(
        say(
          'Сама поддержка от этого не меняется. Если это для вас неожиданно, ответьте на это письмо: объясним причину.',
          'Your support itself does not change. If you did not expect this, reply to this letter: we will tell you why.',
        ),
      ),
    ],
  };
};
