import { createHash } from 'node:crypto';
import {
  checkRegulation,
  type DeskId,
  type Difference,
  diffRegulations,
  type Finding,
  isBlocking,
  parseRegulation,
  type PersonId,
  type Regulation,
} from '@reglament/desk';
import { type Instant, localDateOf, type TimeZoneId } from '@reglament/working-time';
import { insertResponse } from '../store/idempotency.ts';
import { allDesks, regulationVersions, type RegulationVersionRow } from '../store/queries/desks.ts';
import { calendarEditions, calendarsOf } from '../store/queries/production-calendars.ts';
import { lockFirstStart } from '../store/installation.ts';
import type { Context } from './context.ts';
import { followQueueOrder } from './follow-queue-order.ts';
import { keepText } from './keep-text.ts';
import { goesBy, placeText, versionInForce } from './place-text.ts';

/** What the desk thinks of a text before it is given. */
export interface EditionCheck {
  readonly findings: readonly Finding[];
  /** null: something keeps it from being used. */
  readonly edition: {
    readonly label: string;
    /** From when on the desk would go by it. */
    readonly from: Instant;
    /** The desk goes by this very text already. */
    readonly same: boolean;
    /** Labels of editions that waited for their day and would not come into force. */
    readonly withdraws: readonly string[];
    /** What it says otherwise than the text in force, in words. */
    readonly changes: readonly Difference[];
    /** Open tickets go over to it on its first day (R43). */
    readonly openTicketsFollow: boolean;
  } | null;
}

const sha256Of = (source: string): string => createHash('sha256').update(source).digest('hex');

const calendarsInForce = async ({ db }: Context) => calendarsOf(await db.everyDesk(calendarEditions));
type Calendars = Awaited<ReturnType<typeof calendarsInForce>>;

const check = (source: string, calendars: Calendars, now: Instant) =>
  checkRegulation(source, calendars, localDateOf('UTC' as TimeZoneId, now));

/** What the text says otherwise than the one in force; nothing when that can't be told. */
const changesOf = (
  versions: readonly RegulationVersionRow[],
  source: string,
  calendars: Calendars,
  now: Instant,
): readonly Difference[] => {
  const current = versionInForce(versions, now);
  const before = current === undefined ? null : parseRegulation(current.source, calendars);
  const after = parseRegulation(source, calendars);
  return before?.ok === true && after.ok ? diffRegulations(before, after) : [];
};

/** Looks at a text as the desk would take it: nothing is kept. */
export const checkEdition = async (
  context: Context,
  deskId: DeskId,
  source: string,
): Promise<EditionCheck> => {
  const now = context.now();
  const calendars = await calendarsInForce(context);
  const { regulation, findings } = check(source, calendars, now);
  if (regulation === null) return { findings, edition: null };
  const versions = await context.db.inDesk(deskId, (q) => regulationVersions(q, deskId));
  const sha256 = sha256Of(source);
  const { from, withdrawn } = placeText(versions, sha256, now, regulation.edition.effectiveFrom);
  return {
    findings,
    edition: {
      label: regulation.edition.label,
      from,
      same: goesBy(versions, sha256, now),
      withdraws: withdrawn.map(({ edition }) => edition),
      changes: changesOf(versions, source, calendars, now),
      openTicketsFollow: regulation.versions?.tickets === 'current',
    },
  };
};

export type EditionGiven =
  | { readonly kind: 'given'; readonly regulation: Regulation; readonly from: Instant }
  /** The desk goes by it already: nothing was changed. */
  | { readonly kind: 'same' }
  | { readonly kind: 'blocked'; readonly findings: readonly Finding[] };

interface Giving {
  readonly deskId: DeskId;
  readonly personId: PersonId;
  readonly source: string;
  readonly idempotency: { readonly key: string; readonly requestHash: string };
}

/**
 * The text becomes an edition of the desk: from its day on, now at the earliest, nothing else comes into force. A text with
 * errors, or with a contradiction that nobody accepted, never does.
 */
export const giveEdition = async (
  context: Context,
  { deskId, personId, source, idempotency }: Giving,
): Promise<EditionGiven> => {
  const now = context.now();
  const calendars = await calendarsInForce(context);
  const { regulation, findings } = check(source, calendars, now);
  if (regulation === null) return { kind: 'blocked', findings: findings.filter(isBlocking) };
  const sha256 = sha256Of(source);
  const { edition } = regulation;
  const from = await context.db.inDesk(deskId, async (q): Promise<Instant | null> => {
    // A start, and another administrator, wait.
    await lockFirstStart(q);
    const desk = (await allDesks(q)).find((one) => one.deskId === deskId);
    if (desk === undefined) throw new Error(`desk ${deskId} is not there`);
    const versions = await regulationVersions(q, deskId);
    if (goesBy(versions, sha256, now)) return null;
    const placed = placeText(versions, sha256, now, edition.effectiveFrom);
    const text = { deskId, slug: desk.slug, source, sha256, regulation, versions, givenBy: personId };
    await keepText(q, text, { calendars, now, newId: context.newId });
    const response = { edition: edition.label, from: new Date(placed.from).toISOString() };
    await insertResponse(q, { deskId, ...idempotency, response, at: now });
    return placed.from;
  });
  if (from === null) return { kind: 'same' };
  await context.regulations.heardOf(deskId);
  if (from <= now) await followQueueOrder(context, [deskId]);
  return { kind: 'given', regulation, from };
};
