import type {
  Language,
  NotEntitledReason,
  Package,
  PackageChannel,
  PublishedAddress,
  Regulation,
  Text,
  Ticket,
} from '@reglament/desk';
import { channelName, clauseSentence, packageName, priorityName, quoted } from './regulation-names.ts';

/** How a request is served, where there is more to say than the name of the package. */
export interface CoverageWords {
  readonly title: string;
  readonly sentences: readonly string[];
  /** Ways that are open, each on its line. */
  readonly ways: readonly string[];
}

type Say = (ru: string, en: string) => string;

const addressWords = (address: PublishedAddress, language: Language): string =>
  address.note === null ? address.value : `${address.value} (${address.note[language]})`;

/** `телефон — только приоритет «Критический»: +7 …`. */
const channelWords = (regulation: Regulation, open: PackageChannel, language: Language, say: Say): string => {
  const priorities = (open.priorities ?? []).map((id) =>
    quoted(priorityName(regulation, id, language), language),
  );
  const limit =
    open.priorities === null
      ? ''
      : say(` — только приоритет ${priorities.join(', ')}`, ` - only priority ${priorities.join(', ')}`);
  const found = regulation.addresses.filter(
    ({ channel, purpose }) => channel === open.channel && purpose === 'support',
  );
  const values = found.map((address) =>
    open.priorities === null ? addressWords(address, language) : address.value,
  );
  return `${channelName(open.channel, language)}${limit}${values.length === 0 ? '' : `: ${values.join(', ')}`}`;
};

const channelsOf = (
  regulation: Regulation,
  p: Package | undefined,
  language: Language,
  say: Say,
): readonly string[] => (p?.channels ?? []).map((open) => channelWords(regulation, open, language, say));

/** The channels that a package has, each with its addresses. */
export const packageWays = (
  regulation: Regulation,
  packageId: string,
  language: Language,
): readonly string[] =>
  channelsOf(
    regulation,
    regulation.packages.find(({ id }) => id === packageId),
    language,
    (ru, en) => (language === 'ru' ? ru : en),
  );

/** Where one can buy or ask. */
export const salesWays = (regulation: Regulation, language: Language): readonly string[] => {
  const published = (purpose: PublishedAddress['purpose']): readonly string[] =>
    regulation.addresses
      .filter(
        (address) =>
          address.purpose === purpose && (address.channel === 'email' || address.channel === 'phone'),
      )
      .map((address) => `${channelName(address.channel, language)}: ${addressWords(address, language)}`);
  const sales = published('sales');
  return sales.length === 0 ? published('office') : sales;
};

const REASONS: Readonly<Record<NotEntitledReason, Text>> = {
  none: {
    ru: 'Действующего сертификата поддержки у вашей компании мы не нашли.',
    en: 'We found no support certificate of your company.',
  },
  stopped: {
    ru: 'Обслуживание ваших обращений прекращено. Решение может пересмотреть руководитель поддержки.',
    en: 'Service for your requests is stopped. The lead of support may take that back.',
  },
  expired: {
    ru: 'Срок сертификата поддержки вашей компании истёк.',
    en: 'The support certificate of your company has expired.',
  },
  'not-started': {
    ru: 'Сертификат поддержки вашей компании ещё не начал действовать.',
    en: 'The support certificate of your company is not in force yet.',
  },
  suspended: {
    ru: 'Действие сертификата поддержки вашей компании приостановлено.',
    en: 'The support certificate of your company is suspended.',
  },
  revoked: {
    ru: 'Сертификат поддержки вашей компании отозван.',
    en: 'The support certificate of your company was revoked.',
  },
  'only-from': {
    ru: 'Поддержка по этому сертификату предназначена не для вашей компании.',
    en: 'Support under this certificate is not meant for your company.',
  },
  contact: {
    ru: 'Вас нет среди тех, кто может обращаться по сертификату вашей компании.',
    en: 'You are not among those who may ask under the certificate of your company.',
  },
  key: {
    ru: 'Поддержка вашей компании действует по другому ключу, а этот не зарегистрирован или его срок прошёл.',
    en: 'The support of your company is by another key; this one is not registered, or its term is over.',
  },
  product: {
    ru: 'Сертификат вашей компании куплен для другого продукта.',
    en: 'The certificate of your company is for another product.',
  },
  'installation-type': {
    ru: 'Сертификат вашей компании куплен для другого типа установки.',
    en: 'The certificate of your company is for another type of installation.',
  },
  'licence-agreement': {
    ru: 'Лицензионный договор на этот продукт не действует.',
    en: 'The licence agreement for this product is not in force.',
  },
  quantity: {
    ru: 'Используется больше, чем куплено по сертификату вашей компании.',
    en: 'More is in use than the certificate of your company is for.',
  },
  quota: {
    ru: 'Обращения, которые даёт сертификат вашей компании, закончились.',
    en: 'The requests that the certificate of your company gives are used up.',
  },
};

const howToIdentify: Text = {
  ru: 'Чтобы мы вас узнали, сообщите название компании и номер договора или сертификата поддержки.',
  en: 'So that we can recognise you, tell us the name of your company and the number of its contract or support certificate.',
};

/** What was asked for is not asked again: a registration from the page names it all. */
const companyIsNamed: Text = {
  ru: 'Компанию вы назвали: сверим её с нашими записями и ответим. Если в обращении нет номера договора или сертификата, пришлите его ответом.',
  en: 'You have named your company: we will check it against our records and answer. If your request does not give the number of a contract or certificate, reply with it.',
};

const namesCompany = ({ statedFields }: Ticket, { intake }: Regulation): boolean =>
  intake.some(({ id, source }) => source === 'company' && statedFields.includes(id));

const behindChannel = (
  ticket: Ticket,
  regulation: Regulation,
  language: Language,
  say: Say,
): CoverageWords => {
  const { packageId, clause } = ticket.coverage;
  const p = regulation.packages.find(({ id }) => id === packageId);
  const channel = channelName(ticket.channel, language);
  const name = quoted(packageName(regulation, packageId ?? '', language), language);
  const certain = ticket.companyId !== null;
  return {
    title: say('Этот путь обращения не предусмотрен', 'Requests are not taken this way'),
    sentences: [
      certain
        ? say(
            `Пакет ${name} не принимает такие обращения этим путём: ${channel}.`,
            `The package ${name} does not take such requests this way: ${channel}.`,
          )
        : say(
            `Регламент не принимает обращения этим путём: ${channel}.`,
            `The regulation does not take requests this way: ${channel}.`,
          ),
      clauseSentence(regulation, clause, language),
      say(
        'Заявка сохранена под своим номером, сотрудник её увидит, но сроки по ней не идут. Обратитесь так, как предусмотрено:',
        'The ticket is kept under its number and staff will see it, but no deadline runs. Please use one of these ways:',
      ),
    ],
    ways: channelsOf(regulation, p, language, say),
  };
};

const unidentified = (
  ticket: Ticket,
  regulation: Regulation,
  language: Language,
  say: Say,
): CoverageWords => {
  const { packageId } = ticket.coverage;
  const clause = regulation.entitlement.unknownSenderClause ?? ticket.coverage.clause;
  const name = packageId === null ? '' : quoted(packageName(regulation, packageId, language), language);
  return {
    title: say('Мы пока не знаем вашу компанию', 'We do not know your company yet'),
    sentences: [
      packageId === null
        ? say(
            'Адреса отправителя нет среди контактов клиентов, поэтому срок пока не обещаем.',
            'The sender is not among the contacts of our customers, so no deadline is promised yet.',
          )
        : say(
            `Адреса отправителя нет среди контактов клиентов; пока обслуживаем по пакету ${name}.`,
            `The sender is not among the contacts of our customers; meanwhile the package ${name} applies.`,
          ),
      clauseSentence(regulation, clause, language),
      (namesCompany(ticket, regulation) ? companyIsNamed : howToIdentify)[language],
    ],
    ways: [],
  };
};

/** Null: covered as usual, the package's name says it all. */
export const coverageWords = (
  ticket: Ticket,
  regulation: Regulation,
  language: Language,
): CoverageWords | null => {
  const say: Say = (ru, en) => (language === 'ru' ? ru : en);
  const { coverage } = ticket;
  switch (coverage.kind) {
    case 'covered':
      return null;
    case 'channel':
      return behindChannel(ticket, regulation, language, say);
    case 'unidentified':
      return unidentified(ticket, regulation, language, say);
    case 'fallback': {
      const name = quoted(packageName(regulation, coverage.packageId, language), language);
      return {
        title: say(`Обслуживаем по пакету ${name}`, `Served under the package ${name}`),
        sentences: [
          REASONS.none[language],
          clauseSentence(regulation, coverage.clause, language),
          regulation.entitlement.wayBack[language],
        ],
        ways: salesWays(regulation, language),
      };
    }
    case 'not-entitled':
      return {
        title: say('Регламент эту заявку не покрывает', 'The regulation does not cover this ticket'),
        sentences: [
          REASONS[coverage.reason][language],
          clauseSentence(regulation, coverage.clause, language),
          say(
            'Заявка сохранена под своим номером, но сроки по ней не идут.',
            'The ticket is kept under its number, but no deadline runs.',
          ),
          ...(coverage.reason === 'stopped' ? [] : [regulation.entitlement.wayBack[language]]),
        ],
        ways: coverage.reason === 'stopped' ? [] : salesWays(regulation, language),
      };
    case 'lifted': {
      const name = quoted(packageName(regulation, coverage.packageId, language), language);
      // No rule made the decision; from there on the package's own holds.
      const served = regulation.packages.find(({ id }) => id === coverage.packageId)?.clause ?? null;
      return {
        title: say('Приняли заявку к обслуживанию', 'We accepted the ticket'),
        sentences: [
          say(
            `Поддержка решила обслужить её по пакету ${name}.`,
            `Support decided to serve it under the package ${name}.`,
          ),
          clauseSentence(regulation, served, language),
        ],
        ways: [],
      };
    }
  }
};
