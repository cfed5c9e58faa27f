import {
  channelNames,
  type Coverage,
  type NotEntitledReason,
  type Regulation,
  type Text,
} from '@reglament/desk';
import { treatedAsOf } from '../../text/treated-as-words.ts';

export const packageText = (regulation: Regulation, id: string | null): Text =>
  regulation.packages.find((p) => p.id === id)?.name ?? { ru: '—', en: '—' };

/** Why the ticket is served, or why not, in a sentence; and as which channel's it is handled, where that is another. */
export const coverageSummary = (coverage: Coverage, regulation: Regulation): Text => {
  const says = serviceSummary(coverage, regulation);
  const treatedAs = treatedAsOf(coverage);
  if (treatedAs === null) return says;
  const channel = channelNames[treatedAs.channel];
  return {
    ru: `${says.ru}; ведётся так, как если бы пришла иначе: ${channel.ru}`,
    en: `${says.en}; handled as if it had come another way: ${channel.en}`,
  };
};

const serviceSummary = (coverage: Coverage, regulation: Regulation): Text => {
  const name = packageText(regulation, coverage.packageId);
  switch (coverage.kind) {
    case 'covered':
      if (coverage.loyalty === true)
        return {
          ru: `Сертификат окончился, действует период лояльности, пакет «${name.ru}»`,
          en: `The certificate has ended, loyalty serves, package “${name.en}”`,
        };
      return {
        ru: `Действующий сертификат, пакет «${name.ru}»`,
        en: `Certificate in force, package “${name.en}”`,
      };
    case 'fallback':
      return {
        ru: `Сертификата нет, обслуживается по пакету «${name.ru}»`,
        en: `No certificate, served under “${name.en}”`,
      };
    case 'unidentified':
      return coverage.packageId === null
        ? {
            ru: 'Отправитель не опознан, сроки не обещаны',
            en: 'Sender not identified, no deadlines are promised',
          }
        : {
            ru: `Отправитель не опознан, пока пакет «${name.ru}»`,
            en: `Sender not identified, “${name.en}” meanwhile`,
          };
    case 'not-entitled': {
      const reasons: Readonly<Record<NotEntitledReason, Text>> = {
        none: { ru: 'Сертификата поддержки нет', en: 'There is no support certificate' },
        stopped: { ru: 'Обслуживание контакта прекращено', en: 'Service for the contact is stopped' },
        expired: { ru: 'Срок сертификата истёк', en: 'The certificate has expired' },
        'not-started': { ru: 'Сертификат ещё не действует', en: 'The certificate is not in force yet' },
        suspended: { ru: 'Действие сертификата приостановлено', en: 'The certificate is suspended' },
        revoked: { ru: 'Сертификат отозван', en: 'The certificate was revoked' },
        'only-from': { ru: 'Сертификат не для этой компании', en: 'The certificate is not for this company' },
        contact: { ru: 'Обратившегося нет в списке', en: 'The requester is not listed' },
        key: { ru: 'Поддержка по другому ключу', en: 'Support is by another key' },
        product: { ru: 'Сертификат на другой продукт', en: 'The certificate is for another product' },
        'installation-type': {
          ru: 'Сертификат на другой тип установки',
          en: 'The certificate is for another type of installation',
        },
        'licence-agreement': {
          ru: 'Лицензионный договор не действует',
          en: 'The licence agreement is not in force',
        },
        quantity: { ru: 'Используется больше купленного', en: 'More is in use than was bought' },
        quota: { ru: 'Обращения по сертификату закончились', en: 'The certificate has no requests left' },
      };
      return reasons[coverage.reason];
    }
    case 'channel':
      return {
        ru: `Пакет «${name.ru}» не принимает заявки по этому каналу`,
        en: `Package “${name.en}” takes no requests over this channel`,
      };
    case 'lifted':
      return {
        ru: `Принята без покрытия, пакет «${name.ru}»`,
        en: `Accepted as not covered, package “${name.en}”`,
      };
  }
};
