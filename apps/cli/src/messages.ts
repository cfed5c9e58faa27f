import type { RegulationProblem } from '@reglament/desk';
import type { Refusal } from './explain-case.ts';
import type { Language } from './output.ts';
import type { TimeReading } from './read-time.ts';

type Say = (ru: string, en: string) => string;

export const sayIn =
  (language: Language): Say =>
  (ru, en) =>
    language === 'ru' ? ru : en;

type Unread = Extract<TimeReading, { readonly ok: false }>['code'];

export const timeHint = (code: Unread, value: string, language: Language): string => {
  const say = sayIn(language);
  switch (code) {
    case 'no-offset':
      return say(
        `у времени «${value}» нет смещения: напишите, например, 2026-11-20T17:30+03:00`,
        `"${value}" has no offset: write, for example, 2026-11-20T17:30+03:00`,
      );
    case 'no-such-time':
      return say(`времени «${value}» не существует`, `there is no such time as "${value}"`);
    case 'not-a-time':
      return say(
        `«${value}» — не дата со временем: напишите, например, 2026-11-20T17:30+03:00`,
        `"${value}" is not a date with a time: write, for example, 2026-11-20T17:30+03:00`,
      );
  }
};

const listed = (known: readonly string[]): string => known.join(', ');

export const unknownRegulationHint = (id: string, known: readonly string[], language: Language): string =>
  sayIn(language)(
    `регламента «${id}» нет; есть: ${listed(known)}`,
    `there is no regulation "${id}"; there are: ${listed(known)}`,
  );

/** The first thing that keeps a regulation from being read, and how to see the others. */
export const badRegulationHint = (
  { file, calendarsFolder }: { readonly file: string; readonly calendarsFolder: string },
  problems: readonly RegulationProblem[],
  language: Language,
): string => {
  const say = sayIn(language);
  const first = problems.find(({ code }) => code === 'unknown-calendar') ?? problems[0];
  const says = first === undefined ? '' : `:${first.line}:${first.column}: ${first.says[language]}`;
  const sought =
    first?.code === 'unknown-calendar'
      ? say(
          ` (искали в ${calendarsFolder} и среди поставляемых)`,
          ` (looked for in ${calendarsFolder} and among those of the product)`,
        )
      : '';
  return say(
    `регламент не читается: ${file}${says}${sought}; целиком: reglament check`,
    `the regulation can't be read: ${file}${says}${sought}; in full: reglament check`,
  );
};

export const refusalHint = (refusal: Refusal, value: string, language: Language): string => {
  const say = sayIn(language);
  const known = listed(refusal.known);
  switch (refusal.code) {
    case 'unknown-package':
      return say(
        `пакета «${value}» нет; есть: ${known}`,
        `there is no package "${value}"; there are: ${known}`,
      );
    case 'unknown-type':
      return say(`типа «${value}» нет; есть: ${known}`, `there is no type "${value}"; there are: ${known}`);
    case 'unknown-priority':
      return refusal.known.length === 0
        ? say(
            'этот регламент не знает приоритетов: уберите приоритет',
            'this regulation knows no priorities: leave it out',
          )
        : say(
            `приоритета «${value}» нет; есть: ${known}`,
            `there is no priority "${value}"; there are: ${known}`,
          );
    case 'priority-required':
      return say(
        `этот регламент ничего не обещает без приоритета; укажите один из: ${known}`,
        `this regulation promises nothing without a priority; give one of: ${known}`,
      );
  }
};

export const noRightBefore = (language: Language): string =>
  sayIn(language)('классификация раньше регистрации', 'the classification is before the registration');

export const HELP: Readonly<Record<Language, string>> = {
  ru: `reglament — регламент поддержки как программа

  reglament explain --regulation <имя> --package <пакет> [--priority <приоритет>] [--type <тип>]
                    --at <время> [--classified-at <время>] [--zone <пояс>] [--json] [--lang ru|en]
      Какие сроки обещает регламент и почему. Время — RFC 3339 со смещением: 2026-11-20T17:30+03:00.
      Приоритет — имя, название или другое написание (aliases). --zone — часовой пояс клиента или площадки, где регламент
      считает по их времени (local-time): Asia/Kamchatka.

  reglament explain --batch [--no-trace]
      То же для многих случаев: строки JSON со стандартного ввода
      {"vendor", "package", "priority", "ticketType", "registeredAt", "classifiedAt", "zone"}; в ответ та же строка с "clocks"
      или с "error": {"code", "path", "hint"}. Строка, которая не читается: {"line", "error"}.

  reglament check <файл> [<файл> …] [--notes] [--today <дата>] [--json | --sarif] [--lang ru|en]
      Проверяет файл регламента и примеры в нём: ошибки, противоречия, предупреждения, с местом и советом.
      --notes — ещё и заметки: о чём файл молчит и что тогда принято. Коды: docs/check.md

  reglament diff <прежний файл> <новый файл> [--json] [--lang ru|en]
      Словами: что новый текст регламента меняет. Код завершения 1, если меняет что-нибудь.

  reglament init --from <имя> --id <id> [--name <название>] [--out <файл>]
      Новый регламент из поставляемого: правила и комментарии остаются, имя, адреса и пункты — ваши.

  reglament init [--answers <файл.json>] [--id <id>] [--out <файл>] [--lang ru|en]
      Новый небольшой регламент по ответам на вопросы: из файла или из терминала. Существующий файл не трогает.
      Ключи файла: id, name, product (без них никак), name-en, zone, hours, calendar, packages, priorities, channels, closing,
      round-the-clock.<пакет>, reaction.<пакет>.<приоритет> (без приоритетов — reaction.<пакет>.any); все значения — строки.

  reglament schema
      JSON Schema файла регламента, для редакторов. Язык: docs/language

  reglament worktime
      Считает рабочее время: строки JSON со стандартного ввода {"id", "op", "calendar": {"tz", "week", "exceptions"}, "args"};
      в ответ {"id", "result"} или {"id", "error": {"code", "path"}}. Время — целые миллисекунды. op: isOpen, nextOpening,
      workingTimeBetween, addWorkingTime, addWorkingDays, clock. Подробно: docs/worktime.md

  reglament help

Общее: --regulations <папка> — другие регламенты вместо поставляемых; их календари — в <папка>/calendars, потом поставляемые.
Результат идёт в стандартный вывод, пояснения — в поток ошибок.
Код завершения: 0 — сделано, 1 — ответ «нет» (в файле есть ошибки или непринятые противоречия), 2 — вопрос не понят.
`,
  en: `reglament - the support regulation is the program

  reglament explain --regulation <name> --package <package> [--priority <priority>] [--type <type>]
                    --at <time> [--classified-at <time>] [--zone <zone>] [--json] [--lang ru|en]
      Which deadlines the regulation promises, and why. Times are RFC 3339 with an offset: 2026-11-20T17:30+03:00.
      A priority is an id, a name or another spelling (aliases). --zone: the time zone of the customer or the site, where
      the regulation counts by theirs (local-time): Asia/Kamchatka.

  reglament explain --batch [--no-trace]
      The same for many cases: JSON lines on standard input
      {"vendor", "package", "priority", "ticketType", "registeredAt", "classifiedAt", "zone"}; the answer is the same line with "clocks",
      or with "error": {"code", "path", "hint"}. A line that can't be read: {"line", "error"}.

  reglament check <file> [<file> ...] [--notes] [--today <date>] [--json | --sarif] [--lang ru|en]
      Checks a regulation file and the examples in it: errors, contradictions, warnings, with place and advice.
      --notes tells the notes too: what the file leaves open and what is assumed. Codes: docs/check.md

  reglament diff <earlier file> <later file> [--json] [--lang ru|en]
      In words: what the later text of a regulation changes. Exit code 1 when it changes anything.

  reglament init --from <name> --id <id> [--name <name>] [--out <file>]
      A new regulation from one that comes with the product: rules and comments stay, name, addresses and clauses are yours.

  reglament init [--answers <file.json>] [--id <id>] [--out <file>] [--lang ru|en]
      A small new regulation from answers to questions: of a file, or of the terminal. Leaves an existing file alone.
      Keys of the file: id, name, product (needed), name-en, zone, hours, calendar, packages, priorities, channels, closing,
      round-the-clock.<package>, reaction.<package>.<priority> (without priorities reaction.<package>.any); all values texts.

  reglament schema
      JSON Schema of a regulation file, for editors. The language: docs/language

  reglament worktime
      Counts working time: JSON lines on standard input {"id", "op", "calendar": {"tz", "week", "exceptions"}, "args"};
      the answer is {"id", "result"} or {"id", "error": {"code", "path"}}. Times are whole milliseconds. op: isOpen,
      nextOpening, workingTimeBetween, addWorkingTime, addWorkingDays, clock. In full: docs/worktime.md

  reglament help

Everywhere: --regulations <folder> takes other regulations than those that come with it; their calendars are those of
<folder>/calendars, then those that come with it.
Results go to standard output, talk to standard error.
Exit code: 0 done, 1 the answer is no (the file has errors, or contradictions nobody accepted), 2 the question was not understood.
`,
};
