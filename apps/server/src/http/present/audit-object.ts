import type { Text } from '@reglament/desk';

/** What kind of thing a row of the audit log is about. */
interface ObjectKind {
  /** Of the address after the desk; the first group is what the page is of, or the number. */
  readonly path: string;
  readonly says: Text;
  /** Where the application shows it, after the address of the desk, `$1` filled; null: nowhere. */
  readonly page: string | null;
  /** What stands before the number of one; absent: it has none. */
  readonly mark?: string;
}

const kind = (path: string, ru: string, en: string, page: string | null, mark?: string): ObjectKind => ({
  path,
  says: { ru, en },
  page,
  ...(mark === undefined ? {} : { mark }),
});

/** The first that fits counts: what is narrower stands above. */
const kinds: readonly ObjectKind[] = [
  kind('/staff/invitations', 'Приглашение', 'Invitation', '/settings/people'),
  kind('/staff/[^/ ]+', 'Сотрудник', 'Employee', '/settings/people'),
  kind('/staff', 'Сотрудники', 'People', '/settings/people'),
  kind('/companies/import', 'Компании из таблицы', 'Companies from a table', '/companies'),
  kind('/companies/([^/ ]+)/instances', 'Установка компании', 'Installation of a company', '/companies/$1'),
  kind('/companies/([^/ ]+)/licences', 'Лицензионный договор', 'Licence contract', '/companies/$1'),
  kind('/companies/([^/ ]+)/portal', 'Портал компании', 'Portal of a company', '/companies/$1'),
  kind('/companies/([^/ ]+)', 'Компания', 'Company', '/companies/$1'),
  kind('/companies', 'Компания', 'Company', '/companies'),
  kind('/instances', 'Установки', 'Installations', null),
  kind('/licences', 'Лицензионный договор', 'Licence contract', null),
  kind('/tickets/bulk', 'Несколько заявок', 'Several tickets', ''),
  kind('/tickets/([0-9]+)', 'Заявка', 'Ticket', '/t/$1', '№ '),
  kind('/tickets', 'Заявки', 'Tickets', ''),
  kind('/inquiries/([0-9]+)', 'Запрос на покупку', 'Purchase inquiry', '/inquiries/$1', 'S-'),
  kind('/inquiries', 'Запросы на покупку', 'Purchase inquiries', '/inquiries'),
  kind('/certificates/([0-9a-f-]{36})', 'Сертификат', 'Certificate', '/certificates/$1'),
  kind('/certificates', 'Сертификаты', 'Certificates', '/certificates'),
  kind('/products', 'Продукт', 'Product', '/products'),
  kind('/service-stops', 'Обслуживание контакта', 'Service of a contact', null),
  kind('/missed-calls', 'Пропущенный звонок', 'Missed call', '/missed-calls'),
  kind('/callers', 'Звонок', 'Call', null),
  kind('/letters/written', 'Письмо', 'Letter', '/letters'),
  kind('/letters/([^/ ]+)', 'Письмо', 'Letter', '/letters/$1'),
  kind('/letters', 'Письма', 'Letters', '/letters'),
  kind('/attachments', 'Вложение', 'Attachment', null),
  kind('/views', 'Вид очереди', 'View of the queue', null),
  kind('/board', 'Обзор', 'Overview', '/board'),
  kind('/regulation', 'Регламент', 'Regulation', '/settings/regulation'),
  kind('/mailbox', 'Почтовый ящик', 'Mailbox', '/settings/mailbox'),
  kind('/templates', 'Шаблон', 'Template', '/settings/templates'),
  kind('/tags', 'Метка', 'Tag', '/settings/tags'),
  kind('/api-keys', 'Ключ API', 'API key', '/settings/api-keys'),
  kind('/webhooks', 'Вебхук', 'Webhook', '/settings/webhooks'),
  kind('/audit(?:\\.csv)?', 'Журнал действий', 'Audit log', '/settings/audit'),
  kind('/export', 'Выгрузка данных', 'Export', '/settings/export'),
];

const START = '[A-Z]+ /api/desks/[a-z0-9-]+';
const END = '(?:[/ ]|$)';
const headOf = (path: string): string => /^\/[a-z-]+/.exec(path)?.[0] ?? path;

/** As PostgreSQL and this language read it alike; rows that a kind above takes are none of it. */
const patternOf = (of: ObjectKind, place: number): string => {
  const above = kinds.slice(0, place).filter(({ path }) => headOf(path) === headOf(of.path));
  const but =
    above.length === 0
      ? ''
      : `(?!(?:${above.map(({ path }) => path.replaceAll('([', '(?:[')).join('|')})${END})`;
  return `^${START}${but}${of.path}${END}`;
};

const desk: ObjectKind = kind('', 'Служба', 'Desk', '/settings/desk');
const rules: readonly (readonly [pattern: string, ObjectKind])[] = [
  // Begun by hand, and changed as a whole.
  ['^desk [a-z0-9-]+$', desk],
  [`^${START}(?: |$)`, desk],
  ...kinds.map((of, place) => [patternOf(of, place), of] as const),
];
const compiled = rules.map(([pattern, of]) => [new RegExp(pattern), of] as const);

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids that a row names, as they stand in it. */
export const idsIn = (target: string): readonly string[] => target.match(ID) ?? [];

export interface AuditObject {
  readonly says: Text;
  /** Its number or name, and of what it is a part; empty: neither is known. */
  readonly name: string;
  readonly page: string | null;
}

/** What the server wrote beside the address, but no ids. */
const besideIn = (target: string): string => target.split(' ').slice(2).join(' ').replaceAll(ID, '').trim();

/**
 * Reads what a row is about. What is named last is the thing itself, what stands before it has it.
 *
 * @param target `METHOD /address words`.
 * @returns null: of nothing that is known here.
 */
export const auditObject = (target: string, names: ReadonlyMap<string, string>): AuditObject | null => {
  for (const [pattern, of] of compiled) {
    const match = pattern.exec(target);
    if (match === null) continue;
    const number = of.mark === undefined ? [] : [`${of.mark}${match[1]}`];
    const known = idsIn(target)
      .toReversed()
      .flatMap((id) => names.get(id) ?? []);
    const beside = besideIn(target);
    const words = new Set([...number, ...(beside === '' ? [] : [beside]), ...known]);
    return {
      says: of.says,
      name: [...words].join(' · '),
      page: of.page?.replace('$1', match[1] ?? '') ?? null,
    };
  }
  return null;
};

/** How rows are looked for by the words that they are told in. */
export interface AskedObject {
  /** What the address or the name of a thing contains, lower case. */
  readonly words: string;
  /** Kinds that are called so, as one pattern; null: none. */
  readonly kinds: string | null;
  /** A kind and then a name, “Company Oak”; null: not asked so. */
  readonly named: { readonly kinds: string; readonly words: string } | null;
}

const either = (patterns: readonly string[]): string | null =>
  patterns.length === 0 ? null : patterns.map((pattern) => `(?:${pattern})`).join('|');

const labelsOf = ({ says }: ObjectKind): readonly string[] => [says.ru.toLowerCase(), says.en.toLowerCase()];

/** What is typed to find a row: a part of the address, a kind of things, a name, or a kind and a name. */
export const askedObject = (typed: string): AskedObject => {
  const words = typed.trim().toLowerCase();
  const called = rules.filter(([, of]) => labelsOf(of).some((label) => label.includes(words)));
  const heads = rules.flatMap(([pattern, of]) =>
    labelsOf(of).flatMap((label) => (words.startsWith(`${label} `) ? [{ pattern, label }] : [])),
  );
  const longest = Math.max(0, ...heads.map(({ label }) => label.length));
  const within = either(heads.filter(({ label }) => label.length === longest).map(({ pattern }) => pattern));
  const rest = words
    .slice(longest)
    .trim()
    .replace(/^(?:№ ?|s-)(?=\d)/, '');
  return {
    words,
    kinds: either(called.map(([pattern]) => pattern)),
    named: within === null || rest === '' ? null : { kinds: within, words: rest },
  };
};
