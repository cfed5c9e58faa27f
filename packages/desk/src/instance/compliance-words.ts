import type { LocalDate } from '@reglament/working-time';
import { dateWords } from '../clock/explain/time-words.ts';
import type { Regulation, Text } from '../regulation/regulation.ts';
import type { ComplianceFinding, UsedInstance } from './compliance.ts';

const instanceName = ({ product, key }: UsedInstance): string =>
  key === null ? product : `${product}, ${key}`;

/** What speaks of a breach, in a sentence with both figures or names. */
export const complianceWords = (finding: ComplianceFinding, regulation: Regulation): Text => {
  const typeName = (id: string | null): Text =>
    regulation.installationTypes.find((one) => one.id === id)?.name ?? { ru: id ?? '—', en: id ?? '—' };
  switch (finding.kind) {
    case 'over-quantity':
      return {
        ru: `Используется ${finding.used}, куплено ${finding.most}`,
        en: `${finding.used} are in use, ${finding.most} were bought`,
      };
    case 'foreign-product':
      return {
        ru: `Установка ${instanceName(finding.instance)}: сертификат куплен для ${finding.wanted.join(', ')}`,
        en: `Installation ${instanceName(finding.instance)}: the certificate is for ${finding.wanted.join(', ')}`,
      };
    case 'foreign-type': {
      const [found, wanted] = [typeName(finding.instance.installationType), typeName(finding.wanted)];
      return {
        ru: `Установка ${instanceName(finding.instance)}: тип «${found.ru}», а сертификат для типа «${wanted.ru}»`,
        en: `Installation ${instanceName(finding.instance)}: its type is “${found.en}”, the certificate is for “${wanted.en}”`,
      };
    }
    case 'licence-lapsed': {
      const until = finding.until as LocalDate;
      const product = finding.product;
      return {
        ru: `Лицензионный договор ${finding.number}${product === null ? '' : ` на ${product}`} истёк ${dateWords(until, 'ru')}, действующего нет`,
        en: `Licence agreement ${finding.number}${product === null ? '' : ` for ${product}`} lapsed on ${dateWords(until, 'en')}, none is in force`,
      };
    }
  }
};
