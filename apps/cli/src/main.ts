import { parseArgs } from 'node:util';
import {
  instant,
  localDateOf,
  parseLocalDate,
  type LocalDate,
  type TimeZoneId,
} from '@reglament/working-time';
import { batchCommand } from './batch-command.ts';
import { checkCommand } from './check-command.ts';
import { diffCommand } from './diff-command.ts';
import { explainCommand } from './explain-command.ts';
import { initCommand } from './init/init-command.ts';
import { schemaCommand } from './language/schema-command.ts';
import { loadCalendars, openLibrary, ownRegulations } from './load-regulation.ts';
import { HELP, sayIn } from './messages.ts';
import { endWhenReaderLeaves, EXIT, result, talk, type ExitCode, type Language } from './output.ts';
import { worktimeCommand } from './worktime/worktime-command.ts';

const OPTIONS = {
  regulation: { type: 'string' },
  package: { type: 'string' },
  priority: { type: 'string' },
  type: { type: 'string' },
  at: { type: 'string' },
  'classified-at': { type: 'string' },
  zone: { type: 'string' },
  regulations: { type: 'string' },
  lang: { type: 'string', default: 'ru' },
  json: { type: 'boolean', default: false },
  sarif: { type: 'boolean', default: false },
  notes: { type: 'boolean', default: false },
  today: { type: 'string' },
  batch: { type: 'boolean', default: false },
  'no-trace': { type: 'boolean', default: false },
  from: { type: 'string' },
  id: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  answers: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const read = (args: readonly string[]) => {
  try {
    return {
      ok: true as const,
      parsed: parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
    };
  } catch (error) {
    // parseArgs throws for what a person mistyped; its message names the option.
    return { ok: false as const, message: error instanceof Error ? error.message : String(error) };
  }
};

const misused = (message: string, language: Language): ExitCode => {
  talk(`reglament: ${message}`);
  talk(sayIn(language)('Справка: reglament help', 'Help: reglament help'));
  return EXIT.usage;
};

/** Its year is asked for, or the first day of a new text: the clock of the machine will do. */
const localToday = (): LocalDate => localDateOf('UTC' as TimeZoneId, instant(Date.now()));

const run = async (args: readonly string[]): Promise<ExitCode> => {
  const reading = read(args);
  if (!reading.ok) return misused(reading.message, 'ru');
  const { values, positionals } = reading.parsed;
  if (values.lang !== 'ru' && values.lang !== 'en') return misused('--lang ru | en', 'ru');
  const language: Language = values.lang;
  const [command, ...rest] = positionals;
  if (values.help || command === 'help' || command === undefined) {
    await result(HELP[language]);
    return command === undefined && !values.help ? EXIT.usage : EXIT.ok;
  }
  const folder = values.regulations ?? ownRegulations;
  const today = values.today === undefined ? localToday() : parseLocalDate(values.today);
  if (today === null) return misused('--today 2026-11-21', language);
  if (command === 'init' && rest.length === 0) {
    const { from, id, name, out, answers } = values;
    return await initCommand({ from, id, name, out, answers, folder, today, language });
  }
  if (command === 'schema' && rest.length === 0) return await schemaCommand();
  if (command === 'check') {
    if (values.json && values.sarif) return misused('--json | --sarif', language);
    const format = values.sarif ? 'sarif' : values.json ? 'json' : 'words';
    return await checkCommand(
      { files: rest, format, notes: values.notes, today, language },
      loadCalendars(folder),
    );
  }
  if (command === 'diff')
    return await diffCommand({ files: rest, json: values.json, language }, loadCalendars(folder));
  if (command === 'worktime' && rest.length === 0) return await worktimeCommand(process.stdin);
  if (command !== 'explain' || rest.length > 0) return misused([command, ...rest].join(' '), language);
  const library = openLibrary(folder);
  if (values.batch)
    return await batchCommand(process.stdin, { withTrace: !values['no-trace'], language }, library);
  return await explainCommand(
    {
      regulation: values.regulation,
      package: values.package,
      priority: values.priority,
      type: values.type,
      at: values.at,
      'classified-at': values['classified-at'],
      zone: values.zone,
      json: values.json,
      language,
    },
    library,
  );
};

endWhenReaderLeaves();
process.exitCode = await run(process.argv.slice(2));
