import { parse, stringify } from 'yaml';
import { readProductionCalendars, readRegulationFiles } from '../regulation-files.ts';
import { regulationVersions } from '../store/queries/desks.ts';
import type { Context } from '../use-cases/context.ts';
import { refusalSentence, setUpDesks } from '../use-cases/set-up-desks.ts';

/** A regulation file as plain data: maps, lists and words. */
export type FileData = Readonly<Record<string, unknown>>;

/**
 * Puts another text of a shipped regulation in force from the first of February 2025 on: its parts at the top replaced by those
 * that `change` gives; an `edition` among them gives it another name and day.
 */
export const amendRegulation = async (
  context: Context,
  slug: string,
  change: (file: FileData) => FileData,
): Promise<void> => {
  const shipped = (await readRegulationFiles()).find((one) => one.slug === slug);
  if (shipped === undefined) throw new Error(`no regulation ${slug}`);
  const file = parse(shipped.source) as FileData;
  const edition = { label: 'amended', date: '2025-02-01', 'in-force-from': '2025-02-01' };
  const text = { ...file, edition, ...change(file) };
  const { desks, refused } = await setUpDesks(context.db, {
    desks: [{ slug, source: stringify(text, { aliasDuplicateObjects: false }), mailAddress: null }],
    calendars: Object.fromEntries((await readProductionCalendars()).map((one) => [one.id, one])),
    now: context.now(),
    newId: context.newId,
  });
  const desk = desks.find((one) => one.slug === slug);
  if (desk === undefined) throw new Error(`no desk ${slug}`);
  const versions = await context.db.inDesk(desk.deskId, (q) => regulationVersions(q, desk.deskId));
  const amended = versions.find(({ edition: label }) => label === text.edition.label);
  if (amended === undefined)
    throw new Error(refused.map(refusalSentence).join('\n') || `${slug}: the text was refused`);
  // A version that it does not know makes the shelf read its list again.
  await context.regulations.byVersion(desk.deskId, amended.regulationVersionId);
};

/** A part of the file that is a map, with some of its keys written anew. */
export const partOf = (file: FileData, key: string, changes: FileData): FileData => ({
  ...(file[key] as FileData),
  ...changes,
});
