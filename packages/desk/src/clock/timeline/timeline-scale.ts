import type { Instant } from '@reglament/working-time';
import type { Piece } from './timeline-pieces.ts';

const HOUR = 3_600_000;

export interface PlacedPiece extends Piece {
  readonly x: number;
  readonly width: number;
  /** Drawn shorter than its time is: the picture is broken here. */
  readonly isShort: boolean;
}

/** Closed time has no length of its own: a night is a notch, a weekend a wider one. Widths in units of the picture. */
const gapWidth = ({ from, to }: Piece): number => {
  const hours = (to - from) / HOUR;
  if (hours <= 3) return 3;
  if (hours <= 20) return 7;
  return hours <= 90 ? 14 : 20;
};

/** Of the width, for all that is closed; more gaps than fit are left out. */
const MOST_CLOSED = 0.36;
const NIGHT_HOURS = 20;

/** Touching pieces of a kind, with the gaps between them, become one. */
const merged = (pieces: readonly Piece[], longestGapHours: number): readonly Piece[] => {
  const result: Piece[] = [];
  pieces.forEach((piece, index) => {
    const last = result.at(-1);
    const next = pieces[index + 1];
    const bridges =
      piece.kind === 'closed' &&
      last !== undefined &&
      next?.kind === last.kind &&
      piece.to - piece.from <= longestGapHours * HOUR;
    if (bridges) return;
    if (last !== undefined && last.kind === piece.kind && piece.kind !== 'closed') {
      result[result.length - 1] = {
        ...last,
        to: piece.to,
        workedMs: last.workedMs + piece.workedMs,
        count: last.count + piece.count,
      };
    } else result.push(piece);
  });
  return result;
};

const closedWidth = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'closed' ? gapWidth(piece) : 0), 0);

const MOST_PIECES = 90;

const fitting = (pieces: readonly Piece[], width: number): readonly Piece[] => {
  const fits = (some: readonly Piece[]): boolean =>
    closedWidth(some) <= MOST_CLOSED * width && some.length <= MOST_PIECES;
  if (fits(pieces)) return pieces;
  const days = merged(pieces, NIGHT_HOURS);
  return fits(days) ? days : merged(pieces, Infinity);
};

/** Most of what the promise itself takes, for each of what merely happened to it. */
const SHARES: Readonly<Partial<Record<Piece['kind'], number>>> = {
  late: 0.45,
  paused: 0.3,
  stopped: 0.22,
  unknown: 0.5,
};
const NARROWEST: Readonly<Partial<Record<Piece['kind'], number>>> = {
  paused: 9,
  stopped: 9,
  late: 6,
  unknown: 9,
};

interface Weighed {
  readonly piece: Piece;
  /** Null: closed. */
  readonly weight: number | null;
  readonly isShort: boolean;
}

const weigh = (pieces: readonly Piece[]): readonly Weighed[] => {
  const sum = (test: (kind: Piece['kind']) => boolean): number =>
    pieces.reduce((ms, piece) => ms + (test(piece.kind) ? piece.workedMs : 0), 0);
  const promise = sum((kind) => kind !== 'closed' && SHARES[kind] === undefined);
  return pieces.map((piece): Weighed => {
    if (piece.kind === 'closed') return { piece, weight: null, isShort: false };
    const share = SHARES[piece.kind];
    if (share === undefined || promise === 0) return { piece, weight: piece.workedMs, isShort: false };
    // Late time comes in many stretches: together they keep to their share.
    const all = piece.kind === 'late' ? sum((kind) => kind === 'late') : piece.workedMs;
    const most = share * promise;
    const isShort = all > most;
    return { piece, weight: isShort ? (piece.workedMs * most) / all : piece.workedMs, isShort };
  });
};

/** Pieces put side by side over the width: open time to scale, closed time as notches. */
export const placePieces = (all: readonly Piece[], width: number): readonly PlacedPiece[] => {
  const weighed = weigh(fitting(all, width));
  const closed = closedWidth(weighed.map(({ piece }) => piece));
  const open = weighed.filter(({ weight }) => weight !== null);
  if (open.length === 0) return [];
  const squeeze = Math.min(1, (MOST_CLOSED * width) / Math.max(closed, 1));
  const room = width - closed * squeeze;
  const least = open.reduce((sum, { piece }) => sum + (NARROWEST[piece.kind] ?? 1), 0);
  const leastScale = Math.min(1, (0.5 * room) / least);
  const weights = open.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  let x = 0;
  return weighed.map(({ piece, weight, isShort }): PlacedPiece => {
    const own =
      weight === null
        ? gapWidth(piece) * squeeze
        : (NARROWEST[piece.kind] ?? 1) * leastScale +
          (room - least * leastScale) * (weights === 0 ? 1 / open.length : weight / weights);
    const placed = { ...piece, x, width: own, isShort };
    x += own;
    return placed;
  });
};

/** Where an instant stands; before the first piece 0, after the last the end. */
export const positionOf = (placed: readonly PlacedPiece[], at: Instant): number => {
  const piece = placed.find(({ to }) => at < to) ?? placed.at(-1);
  if (piece === undefined) return 0;
  const share = Math.min(1, Math.max(0, (at - piece.from) / (piece.to - piece.from)));
  return piece.x + share * piece.width;
};
