import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatInstant, parseInstant, parseTimeZone } from '@reglament/working-time';
import { compareJournals } from '../jobs/compare-journals.ts';
import { followEditions } from '../jobs/follow-editions.ts';
import { readProductionCalendars } from '../regulation-files.ts';
import { moscowText } from './moscow-text.ts';
import { openStage, type Stage } from './stage.ts';
import type { StageTicket } from './stage-ticket.ts';
import { createRegulationShelf } from '../use-cases/regulation-shelf.ts';
import { setUpDesks } from '../use-cases/set-up-desks.ts';
import { moscow } from '../testing/still-desk.ts';

/** The invented regulation that answers every question in the other way than the five shipped ones. */
export const SIXTH_FILE = fileURLToPath(
  new URL('../../../../packages/desk/src/test/every-alternative.yaml', import.meta.url),
);

const PERM = parseTimeZone('Asia/Yekaterinburg');

/** A time of Perm's clock, `2025-02-04 10:00`, as the stage tells times: by Moscow's. */
export const perm = (time: string): string => {
  const at = parseInstant(`${time.replace(' ', 'T')}+05:00`);
  if (at === null) throw new Error(`${time} is no time`);
  return moscowText(at);
};

/** A time of Moscow's clock by Perm's. */
export const inPerm = (time: string | null): string | null => {
  if (PERM === null) throw new Error('no zone');
  return time === null ? null : formatInstant(moscow(time), PERM).slice(0, 16).replace('T', ' ');
};

/** The invented vendor's desk, by its file alone: letters, a database, the rounds of the jobs. It lives in Perm, and so do its tests. */
export interface SixthDesk {
  readonly stage: Stage;
  /** `2025-02-04 10:00`, in Perm. */
  readonly at: (time: string) => void;
  /** When a clock of a ticket is due, in Perm. */
  readonly due: (ticket: StageTicket, clock: string) => Promise<string | null>;
  /** Another text is in force from a day of Perm's on, and open tickets were told of it as a node's round tells them. */
  readonly amend: (day: string, replace: readonly (readonly [string, string])[]) => Promise<void>;
  /** What the nightly comparison of rows with their journals finds. */
  readonly disagreements: () => Promise<readonly unknown[]>;
  readonly stop: () => Promise<void>;
}

const EDITION = "label: '7', date: 2024-12-01, in-force-from: 2024-12-01";
/** Cases that were worked out for the text as it stands. */
const EXAMPLES = /^examples:[^]*?\n(?=\w)/mu;

const amendAt =
  ({ still }: Stage): SixthDesk['amend'] =>
  async (day, replace) => {
    const { context } = still;
    const text = await readFile(SIXTH_FILE, 'utf8');
    const words = [[EDITION, `label: '${day}', date: ${day}, in-force-from: ${day}`] as const, ...replace];
    const source = words.reduce(
      (before, [from, to]) => {
        if (!before.includes(from)) throw new Error(`the file does not say: ${from}`);
        return before.replace(from, to);
      },
      text.replace(EXAMPLES, ''),
    );
    const { refused } = await setUpDesks(context.db, {
      desks: [{ slug: 'lira', source, mailAddress: null }],
      calendars: Object.fromEntries((await readProductionCalendars()).map((one) => [one.id, one])),
      now: context.now(),
      newId: context.newId,
    });
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    const deskId = still.desk('lira');
    // A shelf believes its list for a while: what is put into it by name makes it read anew.
    const fresh = createRegulationShelf(context.db, () => context.now());
    const { regulationVersionId } = await fresh.inForce(deskId, moscow(perm(`${day} 12:00`)));
    await context.regulations.byVersion(deskId, regulationVersionId);
    await followEditions(context, [deskId], {
      say: () => undefined,
      onError: (error) => {
        throw error;
      },
    })();
  };

/** A folder of regulations with the sixth alone. */
export const openSixthDesk = async (): Promise<SixthDesk> => {
  const folder = await mkdtemp(join(tmpdir(), 'reglament-sixth-'));
  await copyFile(SIXTH_FILE, join(folder, 'lira.yaml'));
  const stage = await openStage('lira', folder);
  return {
    stage,
    at: (time) => {
      stage.at(perm(time));
    },
    due: async (ticket, clock) => inPerm(await ticket.due(clock)),
    amend: amendAt(stage),
    disagreements: async () => {
      const found: unknown[] = [];
      await compareJournals(stage.still.context, [stage.still.desk('lira')], (error) => found.push(error));
      return found;
    },
    stop: async () => {
      await stage.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
