import { describeTrace } from '@reglament/desk';
import { explainCase, findPromise, type ExplainedClock, type Promised } from './explain-case.ts';
import { clockJson } from './explain-json.ts';
import { placesOf, type LoadedRegulation, type RegulationLibrary } from './load-regulation.ts';
import {
  badRegulationHint,
  noRightBefore,
  refusalHint,
  sayIn,
  timeHint,
  unknownRegulationHint,
} from './messages.ts';
import { onClock } from './on-clock.ts';
import { EXIT, result, talk, type Complaint, type ExitCode, type Language } from './output.ts';
import { readTime } from './read-time.ts';

export interface ExplainOptions {
  readonly regulation: string | undefined;
  readonly package: string | undefined;
  readonly priority: string | undefined;
  readonly type: string | undefined;
  readonly at: string | undefined;
  readonly 'classified-at': string | undefined;
  /** On whose wall clock, where the regulation leaves that to the customer (R37). */
  readonly zone: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

interface Answer {
  readonly loaded: LoadedRegulation;
  readonly promise: Promised;
  readonly clocks: readonly ExplainedClock[];
}

type Outcome =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly complaint: Complaint };

const no = (code: string, path: string, hint: string): Outcome => ({
  ok: false,
  complaint: { code, path, hint },
});

const work = (options: ExplainOptions, library: RegulationLibrary): Outcome => {
  const { language } = options;
  const say = sayIn(language);
  for (const name of ['regulation', 'package', 'at'] as const)
    if (options[name] === undefined)
      return no(
        'option-missing',
        `--${name}`,
        say(`нужен параметр --${name}`, `the option --${name} is needed`),
      );
  const { regulation: id = '', package: packageId = '', at = '' } = options;

  const lookup = library.find(id);
  if (!lookup.ok)
    return lookup.code === 'unknown-regulation'
      ? no(lookup.code, '--regulation', unknownRegulationHint(id, lookup.known, language))
      : no(lookup.code, '--regulation', badRegulationHint(placesOf(library, id), lookup.problems, language));
  const local = onClock(lookup.loaded, options.zone ?? null, '--zone', language);
  if (!local.ok) return local;
  const { loaded } = local;
  const found = findPromise(loaded, {
    packageId,
    priority: options.priority || null,
    type: options.type || null,
  });
  if (!found.ok) {
    const { refusal } = found;
    const value = refusal.path === 'package' ? packageId : (options[refusal.path] ?? '');
    return no(refusal.code, `--${refusal.path}`, refusalHint(refusal, value, language));
  }
  const registered = readTime(at);
  if (!registered.ok) return no(registered.code, '--at', timeHint(registered.code, at, language));
  const given = options['classified-at'];
  const classified = given === undefined ? null : readTime(given);
  if (classified !== null && !classified.ok)
    return no(classified.code, '--classified-at', timeHint(classified.code, given ?? '', language));
  if (classified !== null && classified.at < registered.at)
    return no('classified-before-registered', '--classified-at', noRightBefore(language));
  const times = { registeredAt: registered.at, classifiedAt: classified?.at ?? null, withTrace: true };
  const { promise } = found;
  return {
    ok: true,
    answer: { loaded, promise, clocks: explainCase(loaded, promise, times) },
  };
};

const clockWords = (clock: ExplainedClock, { loaded }: Answer, language: Language): readonly string[] => {
  const say = sayIn(language);
  const name = clock.rule.name[language];
  if (clock.trace !== null)
    return [
      name,
      ...describeTrace(clock.trace, loaded.regulation, language, 'staff').map((line) => `  ${line}`),
    ];
  return clock.reason === 'not-classified'
    ? [
        name,
        `  ${say('Отсчёт начнётся с классификации: укажите --classified-at.', 'Starts at the classification: give --classified-at.')}`,
      ]
    : [
        name,
        `  ${say('В этом случае ничего не обещано: нет приоритета.', 'Nothing is promised in this case: there is no priority.')}`,
      ];
};

const inWords = (answer: Answer, { package: packageId = '', type, language }: ExplainOptions): string => {
  const { regulation } = answer.loaded;
  const say = sayIn(language);
  const { priority, supposed } = answer.promise;
  const held = regulation.packages.find(({ id }) => id === packageId)?.name[language] ?? packageId;
  const kind = regulation.ticketTypes.find(({ id }) => id === type)?.name[language];
  const level = regulation.priorities.find(({ id }) => id === priority)?.name[language];
  const title = [
    regulation.name[language],
    say(`пакет «${held}»`, `package ${held}`),
    ...(level === undefined
      ? []
      : [
          `${say('приоритет', 'priority')} «${level}»${supposed ? say(' (предположен)', ' (supposed)') : ''}`,
        ]),
    ...(kind === undefined ? [] : [say(`вид «${kind}»`, `type ${kind}`)]),
  ];
  const unpromised = answer.promise.nothing.flatMap((rule) => [
    '',
    rule.name[language],
    `  ${say('Срок не обещан: так сказано в регламенте.', 'Nothing is promised: the regulation says so.')}`,
  ]);
  return `${[title.join(', '), ...answer.clocks.flatMap((clock) => ['', ...clockWords(clock, answer, language)]), ...unpromised].join('\n')}\n`;
};

/** `reglament explain` for one case. */
export const explainCommand = async (
  options: ExplainOptions,
  library: RegulationLibrary,
): Promise<ExitCode> => {
  const outcome = work(options, library);
  if (!outcome.ok) {
    if (options.json) await result(`${JSON.stringify({ error: outcome.complaint })}\n`);
    talk(`reglament: ${outcome.complaint.path}: ${outcome.complaint.hint}`);
    return EXIT.usage;
  }
  const { answer } = outcome;
  const { zone } = answer.loaded.regulation;
  if (options.json) {
    const wordsOf = ({ trace }: ExplainedClock): readonly string[] =>
      trace === null ? [] : describeTrace(trace, answer.loaded.regulation, options.language, 'staff');
    const clocks = answer.clocks.map((clock) => clockJson(clock, zone, answer.promise, true, wordsOf(clock)));
    await result(`${JSON.stringify({ clocks }, null, 2)}\n`);
  } else await result(inWords(answer, options));
  return EXIT.ok;
};
