import { FINDINGS, generalWords, type FindingCode, type FindingLevel } from '@reglament/desk';

const HEADS: Readonly<Record<FindingLevel, string>> = {
  error: 'Errors — ошибки: the file can’t be used',
  contradiction: 'Contradictions — противоречия: the file can be used once somebody accepts them by name',
  warning: 'Warnings — предупреждения: worth a look',
  note: 'Notes — заметки: what the file leaves to the desk',
};

const INTRO = `# reglament check

\`\`\`sh
npx reglament check regulations/flat.yaml            # errors, contradictions, warnings, in Russian
npx reglament check regulations/*.yaml --lang en     # the same in English
npx reglament check regulations/flat.yaml --notes    # also what the file leaves open, and what is assumed then
npx reglament check regulations/flat.yaml --json     # everything, for programs; the codes below never change
npx reglament check regulations/flat.yaml --sarif    # SARIF 2.1.0, for editors and for review of changes
\`\`\`

Each finding is a line \`file:line:column: level code: what is wrong and how to mend it\`, the line of the file with a mark under
the place, and the other place where two don't go together. All findings are told at once; a section with a fault leaves the
others to be judged. Golden examples are worked out: one that comes out otherwise is told with both times and the way to the
rules' one. \`--today 2026-11-21\` judges calendars by that day (the present one without it).

Exit code: 0 the file can be used (warnings and notes allowed), 1 it can't, 2 the question was not understood.

The desk asks the same at its start: a changed file with an error, or with a contradiction that nobody accepted, never becomes a
version. The version in force stays, and the desk's administrators are told. A text that is a version already stays one.

## Accepting

A contradiction, or a warning, that is meant is accepted in the file itself, by its code and its place (the JSON pointer that
\`--json\` shows):

\`\`\`yaml
accepted:
  - {finding: portal-without-cabinet, at: /packages/basic/channels, because: "...", by: "...", on: 2026-11-21}
\`\`\`

An acceptance of something that isn't there any more is a warning itself. Items of a list have no name, they are counted from 0: when
one is put in before, the place moves, so look at the acceptances of a list after changing it.

## По-русски

\`npx reglament check файл.yaml\` называет всё, что в регламенте не так, сразу: ошибки, противоречия, предупреждения — с местом, советом и строкой файла.
\`--notes\` добавляет заметки: на какие вопросы файл не отвечает и что тогда принято. \`--json\` и \`--sarif\` — то же для программ, \`--lang en\` — по-английски.

- **Ошибка**: файл не прочитать или правила не сходятся. Служба его не примет, действует прежний текст.
- **Противоречие**: прочитать можно, но одно правило отменяет другое. Служба примет его, только если владелец записал в \`accepted\`, что так и задумано: код, место (\`path\`
  из \`--json\`), почему, кто и когда.
- **Предупреждение**: правило работает не так, как выглядит. Служба его примет; принять его по имени тоже можно, тогда оно больше не напоминает о себе. В списках место — номер с нуля: вставили строку раньше — проверьте, к тому ли относится принятое.
- **Заметка**: о чём файл молчит, какая из строк действует, чего служба пока не делает сама.

Код завершения: 0 — годится, 1 — не годится, 2 — вопрос не понят. Изменённый файл с ошибкой или непринятым противоречием не становится редакцией: при запуске служба
говорит об этом, администраторы видят это под колокольчиком, заявки обслуживаются по действующей редакции.

## Codes — коды

\`‹…›\` stands for words of the case. Generated: \`npm run docs:check\`.
`;

/** Signs that Markdown would read as its own. */
const cell = (text: string): string => text.replaceAll(/[|[\]*<>]/gu, '\\$&');

/** `docs/check.md`: every code with what it says in both languages. */
export const checkPage = (): string => {
  const codes = Object.keys(FINDINGS) as readonly FindingCode[];
  const section = (level: FindingLevel): string => {
    const rows = codes
      .filter((code) => FINDINGS[code].level === level)
      .map((code) => {
        const { ru, en } = generalWords(code);
        return `| \`${code}\` | ${cell(ru)} | ${cell(en)} |`;
      });
    return [`\n### ${HEADS[level]}\n`, '| code | ru | en |', '|---|---|---|', ...rows, ''].join('\n');
  };
  return INTRO + (['error', 'contradiction', 'warning', 'note'] as const).map(section).join('');
};
