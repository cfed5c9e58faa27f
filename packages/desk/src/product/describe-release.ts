import type { CertificateState } from '../certificate/life/support-certificate.ts';
import type { ReleaseKind, ReleaseRule } from '../regulation/certificate-rules.ts';
import type { ConditionKey } from '../regulation/judge-condition.ts';
import type { Text } from '../regulation/regulation.ts';
import type { ReleaseAnswer, ReleaseRefusal } from './release-allowed.ts';
import { firstNumbers } from './version-number.ts';

/** Kinds of releases as people call them. */
export const releaseKindNames: Readonly<Record<ReleaseKind, Text>> = {
  updates: { ru: 'обновления', en: 'updates' },
  hotfixes: { ru: 'срочные исправления', en: 'hotfixes' },
  'major-versions': { ru: 'основные версии', en: 'major versions' },
  'upgrade-licences': { ru: 'лицензии перехода', en: 'upgrade licences' },
};

const NOT_SERVING: Readonly<Record<CertificateState, Text>> = {
  'not-begun': { ru: 'Сертификат ещё не действует', en: 'The certificate has not begun' },
  'in-force': { ru: 'Сертификат действует', en: 'The certificate is in force' },
  loyalty: { ru: 'Идёт период лояльности', en: 'The certificate is in loyalty' },
  ended: {
    ru: 'Сертификат кончился: после продления откроется снова',
    en: 'The certificate has ended: renewed, it opens again',
  },
  suspended: { ru: 'Сертификат приостановлен', en: 'The certificate is suspended' },
  revoked: { ru: 'Сертификат отозван', en: 'The certificate is revoked' },
};

/** What the customer or the desk has to put on record. */
const FACTS: Readonly<Partial<Record<ConditionKey | 'bought-version', Text>>> = {
  'bought-version': { ru: 'купленная версия', en: 'the version that was bought' },
  commissioned: { ru: 'ввод в эксплуатацию', en: 'the commissioning' },
  working: { ru: 'работала ли система хотя бы раз', en: 'whether the system has ever worked' },
};
const CONDITION: Text = { ru: 'условие пункта', en: 'the clause’s condition' };

const boughtWords = (within: ReleaseRule['within'], bought: string | null): Text | null =>
  within === 'any' || bought === null
    ? null
    : within === 'bought-major'
      ? {
          ru: `купленной основной версии ${firstNumbers(bought, 1)}`,
          en: `the bought major version ${firstNumbers(bought, 1)}`,
        }
      : {
          ru: `купленной версии ${firstNumbers(bought, 2)}`,
          en: `the bought version ${firstNumbers(bought, 2)}`,
        };

const refusalWords = (refusal: ReleaseRefusal): Text => {
  switch (refusal.why) {
    case 'not-in-force':
      return NOT_SERVING[refusal.state];
    case 'withheld': {
      const name = releaseKindNames[refusal.kind];
      return {
        ru: `В период лояльности не открываются ${name.ru}: после продления откроются сразу`,
        en: `In loyalty no ${name.en} are opened: renewed, it opens them at once`,
      };
    }
    case 'not-given': {
      const name = releaseKindNames[refusal.kind];
      return {
        ru: `Сертификат не открывает ${name.ru}`,
        en: `The certificate opens no ${name.en}`,
      };
    }
    case 'outside': {
      const bought = boughtWords(refusal.within, refusal.bought);
      return {
        ru: `Сертификат открывает выпуски только ${bought?.ru ?? refusal.bought}`,
        en: `The certificate opens releases of ${bought?.en ?? refusal.bought} only`,
      };
    }
    case 'condition': {
      const { exclusion, fact } = refusal;
      const name = FACTS[fact] ?? CONDITION;
      if (exclusion === null) return { ru: `Не выполнено: ${name.ru}`, en: `It does not hold: ${name.en}` };
      const { instead } = exclusion;
      return instead === null
        ? exclusion.name
        : { ru: `${exclusion.name.ru}. ${instead.ru}`, en: `${exclusion.name.en}. ${instead.en}` };
    }
  }
};

/** Whether a release is open, in a sentence for staff and customer alike. */
export const describeRelease = (answer: ReleaseAnswer): Text => {
  switch (answer.outcome) {
    case 'allowed': {
      const bought = boughtWords(answer.within, answer.bought);
      return bought === null
        ? { ru: 'Открыто', en: 'Open' }
        : { ru: `Открыто: в пределах ${bought.ru}`, en: `Open: within ${bought.en}` };
    }
    case 'unknown': {
      const names = answer.missing.map((one) => FACTS[one] ?? CONDITION);
      return {
        ru: `Открыто, пока не известно обратное. Нет в записях: ${names.map(({ ru }) => ru).join(', ')}`,
        en: `Open unless known otherwise. Not on record: ${names.map(({ en }) => en).join(', ')}`,
      };
    }
    case 'refused':
      return refusalWords(answer.refusal);
  }
};
