import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Opened } from '../open.ts';
import { differencesAt } from '../testing/check-deadlines.ts';
import { openForLoad } from '../testing/lay-out-load.ts';
import { liveCertificates, type RandomLives, strangersAmong } from '../testing/random-certificates.ts';
import { openStillDesk, type StillDesk } from '../testing/still-desk.ts';

let desk: StillDesk;
let other: Opened;

beforeAll(async () => {
  desk = await openStillDesk('2025-02-03 09:00');
  other = await openForLoad(desk.databaseUrl);
});
afterAll(async () => {
  await other?.close();
  await desk?.stop();
});

const SEED = 20_261_121;
const STEPS = 500;
const TIMEOUT_MS = 180_000;

let lived: RandomLives;

it(
  `after ${STEPS} commands, two nodes that turn at once and one that dies in between, rows are what the decider made of them (seed ${SEED})`,
  { timeout: TIMEOUT_MS },
  async () => {
    const nodes = [desk.context, { ...other.context, now: desk.context.now }];
    lived = await liveCertificates(desk, nodes, { seed: SEED, steps: STEPS });
    expect(await strangersAmong(desk, lived.mirrored)).toEqual([]);
    expect(await differencesAt(desk)).toEqual([]);
    // Enough happened to prove something.
    expect(lived.accepted).toBeGreaterThan(STEPS / 4);
    expect(lived.refused).toBeGreaterThan(STEPS / 10);
    expect(lived.killed).toBeGreaterThan(5);
    const turns = lived.mirrored.flatMap((one) => one.turns);
    for (const turn of ['began', 'ends-in-90', 'ends-in-60', 'ends-in-30', 'ended', 'loyalty-ended'])
      expect(turns).toContain(turn);
    const letters = new Set(lived.mirrored.flatMap((one) => one.letters));
    expect(letters.size).toBeGreaterThan(8);
    expect(lived.mirrored.length).toBeGreaterThan(15);
    expect(desk.errors).toEqual([]);
  },
);

it('a letter that is lost, or owed about another certificate, is found', async () => {
  const [one] = await desk.rows<{ outbox_id: string; certificate_id: string }>(
    'select outbox_id, certificate_id from outbox where certificate_id is not null order by outbox_id limit 1',
  );
  const move = (to: string) =>
    desk.rows(`update outbox set certificate_id = ${to} where outbox_id = $1`, [one?.outbox_id]);
  await move(
    '(select o.certificate_id from outbox o where o.desk_id = outbox.desk_id and o.certificate_id <> outbox.certificate_id limit 1)',
  );
  expect(await strangersAmong(desk, lived.mirrored)).toHaveLength(2);
  await move(`'${one?.certificate_id}'::uuid`);
  expect(await strangersAmong(desk, lived.mirrored)).toEqual([]);
});

it('a turn told twice, in the row and in the journal alike, is found', async () => {
  const told = lived.mirrored.find(({ turns }) => turns.includes('began'));
  const id = told?.certificate.certificateId;
  await desk.rows(
    `insert into journal (desk_id, stream_kind, stream_id, seq, at, type, version, body)
     select c.desk_id, 'certificate', c.certificate_id, c.version + 1, now(), 'CertificateTurned', 1, '{"turn": "began", "at": 0}'
     from certificate c where c.certificate_id = $1`,
    [id],
  );
  await desk.rows(
    `update certificate set version = version + 1, body = jsonb_set(body, '{told}', body -> 'told' || '["began"]') where certificate_id = $1`,
    [id],
  );
  expect(await differencesAt(desk)).toEqual([]);
  expect(await strangersAmong(desk, lived.mirrored)).toHaveLength(1);
});
