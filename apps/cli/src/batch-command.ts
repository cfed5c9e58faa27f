import { explainCase, findPromise, type Asked, type Promised } from './explain-case.ts';
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
import { readLines } from './read-lines.ts';
import { readTime, type TimeReading } from './read-time.ts';

/** Answers are written together, about this many characters at a time. */
const WRITE_AT = 1 << 16;

export interface BatchOptions {
  readonly withTrace: boolean;
  readonly language: Language;
}

type Fields = Readonly<Record<string, unknown>>;
type Answered = { readonly clocks: readonly object[] } | { readonly error: Complaint };

interface Ready {
  readonly loaded: LoadedRegulation;
  readonly promise: Promised;
}

const bad = (code: string, path: string, hint: string): { readonly error: Complaint } => ({
  error: { code, path, hint },
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Case {
  readonly vendor: string;
  readonly asked: Asked;
  /** On whose wall clock; null: not said. */
  readonly zone: string | null;
}

/** Whose case it is; times are read apart. */
const caseOf = (fields: Fields, language: Language): Case | { readonly error: Complaint } => {
  const say = sayIn(language);
  const { vendor, package: packageId, priority, ticketType = null, zone = null } = fields;
  for (const name of ['vendor', 'package'] as const)
    if (typeof fields[name] !== 'string')
      return bad('wrong-type', name, say(`поле ${name} — строка`, `the field ${name} is a string`));
  const stated = priority === undefined || priority === null || priority === '' ? null : priority;
  if (stated !== null && typeof stated !== 'string' && typeof stated !== 'number')
    return bad(
      'wrong-type',
      'priority',
      say('приоритет — строка или число', 'the priority is a string or a number'),
    );
  if (ticketType !== null && typeof ticketType !== 'string')
    return bad('wrong-type', 'ticketType', say('тип — строка', 'the type is a string'));
  if (zone !== null && typeof zone !== 'string')
    return bad('wrong-type', 'zone', say('часовой пояс — строка', 'the time zone is a string'));
  const asked: Asked = {
    packageId: String(packageId),
    priority: stated === null ? null : String(stated),
    type: ticketType === '' ? null : ticketType,
  };
  return { vendor: String(vendor), asked, zone: zone === '' ? null : zone };
};

/** Answers lines of a batch; what was looked up once for a vendor, package, priority and type is kept. */
const answerer = (library: RegulationLibrary, { withTrace, language }: BatchOptions) => {
  const ready = new Map<string, Ready>();

  const lookUp = ({ vendor, asked, zone }: Case): Ready | { readonly error: Complaint } => {
    const key = JSON.stringify([vendor, asked.packageId, asked.priority, asked.type, zone]);
    const before = ready.get(key);
    if (before !== undefined) return before;
    const lookup = library.find(vendor);
    if (!lookup.ok)
      return lookup.code === 'unknown-regulation'
        ? bad(lookup.code, 'vendor', unknownRegulationHint(vendor, lookup.known, language))
        : bad(lookup.code, 'vendor', badRegulationHint(placesOf(library, vendor), lookup.problems, language));
    const local = onClock(lookup.loaded, zone, 'zone', language);
    if (!local.ok) return { error: local.complaint };
    const found = findPromise(local.loaded, asked);
    if (!found.ok) {
      const { code, path } = found.refusal;
      const value = path === 'package' ? asked.packageId : (asked[path] ?? '');
      return bad(code, path === 'type' ? 'ticketType' : path, refusalHint(found.refusal, value, language));
    }
    const one = { loaded: local.loaded, promise: found.promise };
    // Only what exists is kept, so the map is as small as the regulations are.
    ready.set(key, one);
    return one;
  };

  const timeOf = (value: unknown): TimeReading =>
    typeof value === 'string' ? readTime(value) : { ok: false, code: 'not-a-time' };

  return (fields: Fields): Answered => {
    const { registeredAt, classifiedAt } = fields;
    const one = caseOf(fields, language);
    if ('error' in one) return one;
    const found = lookUp(one);
    if ('error' in found) return found;
    const registered = timeOf(registeredAt);
    if (!registered.ok)
      return bad(registered.code, 'registeredAt', timeHint(registered.code, String(registeredAt), language));
    const unclassified = classifiedAt === undefined || classifiedAt === null || classifiedAt === '';
    const classified = unclassified ? null : timeOf(classifiedAt);
    if (classified !== null && !classified.ok)
      return bad(classified.code, 'classifiedAt', timeHint(classified.code, String(classifiedAt), language));
    if (classified !== null && classified.at < registered.at)
      return bad('classified-before-registered', 'classifiedAt', noRightBefore(language));
    const { loaded, promise } = found;
    const times = { registeredAt: registered.at, classifiedAt: classified?.at ?? null, withTrace };
    const clocks = explainCase(loaded, promise, times);
    return { clocks: clocks.map((clock) => clockJson(clock, loaded.regulation.zone, promise, withTrace)) };
  };
};

const parseLine = (line: string): Fields | null => {
  try {
    const value = JSON.parse(line) as unknown;
    return isFields(value) ? value : null;
  } catch {
    // Not JSON: the answer says so.
    return null;
  }
};

/** `reglament explain --batch`: a JSON line in, a JSON line out, in order; a bad line does not stop the others. */
export const batchCommand = async (
  input: AsyncIterable<Buffer>,
  options: BatchOptions,
  library: RegulationLibrary,
): Promise<ExitCode> => {
  const answer = answerer(library, options);
  const say = sayIn(options.language);
  let number = 0;
  let wrong = 0;
  let pending = '';
  for await (const lines of readLines(input)) {
    for (const line of lines) {
      number += 1;
      if (typeof line === 'string' && line.trim() === '') continue;
      const fields = typeof line === 'string' ? parseLine(line) : null;
      const unreadable = bad(
        'malformed-json',
        '',
        say('строка не читается как объект JSON', 'not a JSON object'),
      );
      const answered = fields === null ? unreadable : answer(fields);
      if ('error' in answered) wrong += 1;
      pending += `${JSON.stringify(fields === null ? { line: number, ...answered } : { ...fields, ...answered })}\n`;
      if (pending.length >= WRITE_AT) {
        await result(pending);
        pending = '';
      }
    }
  }
  await result(pending);
  if (wrong > 0)
    talk(say(`строк с ошибками: ${wrong} из ${number}`, `lines with an error: ${wrong} of ${number}`));
  return EXIT.ok;
};
