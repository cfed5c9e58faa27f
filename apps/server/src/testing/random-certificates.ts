import { isDeepStrictEqual } from 'node:util';
import {
  type CertificateCommand,
  type CertificateFacts,
  type CertificateEvent,
  type CertificateId,
  certificateNoticesOf,
  type CompanyId,
  type Correction,
  decideCertificate,
  type DeskId,
  evolveCertificate,
  type MessageId,
  nextTurn,
  type PersonId,
  type SupportCertificate,
} from '@reglament/desk';
import { type Instant, localDateOf } from '@reglament/working-time';
import { turnCertificates } from '../jobs/turn-certificates.ts';
import { lockCertificate } from '../store/certificates.ts';
import {
  commandCertificate,
  inForceFor,
  issueCertificate,
  worldOf,
} from '../use-cases/command-certificate.ts';
import type { Context } from '../use-cases/context.ts';
import { renewCertificate } from '../use-cases/renew-certificate.ts';
import { randomNumbers } from './random-desk.ts';
import type { StillDesk } from './still-desk.ts';
import { addCustomer, addStaff } from './test-desk.ts';

const DAY = 86_400_000;

/** A certificate in the database, and what it must have become by the decider alone. */
export interface Mirrored {
  readonly deskId: DeskId;
  certificate: SupportCertificate;
  readonly turns: string[];
  /** Letters that its steps owe, by kind or turn. */
  readonly letters: string[];
}

export interface RandomLives {
  readonly mirrored: readonly Mirrored[];
  readonly steps: number;
  readonly accepted: number;
  readonly refused: number;
  readonly killed: number;
}

interface House {
  readonly desk: StillDesk;
  /** Nodes of one product: the same database and clock, connections of their own. */
  readonly nodes: readonly Context[];
  readonly random: () => number;
  readonly mirrored: Mirrored[];
  readonly by: ReadonlyMap<DeskId, PersonId>;
}

/** What one decision owes. */
const lettersOf = (events: readonly CertificateEvent[], certificate: SupportCertificate): readonly string[] =>
  events
    .flatMap((event, index) => certificateNoticesOf(event, certificate, events.slice(index + 1)))
    .map((notice) => (notice.kind === 'turned' ? notice.turn : notice.kind));

const pick = <T>({ random }: House, among: readonly T[]): T => {
  const one = among[Math.floor(random() * among.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

const SOLD: Readonly<Record<string, readonly Pick<CertificateFacts, 'packageId' | 'term'>[]>> = {
  flat: [
    { packageId: '8x5', term: { count: 12, unit: 'months' } },
    { packageId: '24x7', term: { count: 12, unit: 'months' } },
  ],
  alteroffice: [
    { packageId: 'basic', term: { count: 1, unit: 'months' } },
    { packageId: 'maximum', term: { count: 6, unit: 'months' } },
  ],
  'shtrih-m': [{ packageId: 'free', term: { count: 3, unit: 'months' } }],
};
const FIRST = { flat: 'sale', alteroffice: 'purchase', 'shtrih-m': 'key-registration' } as const;

const issueOne = async (house: House, slug: keyof typeof FIRST, companyId: CompanyId): Promise<void> => {
  const [context] = house.nodes;
  if (context === undefined) throw new Error('no node');
  const deskId = house.desk.desk(slug);
  const { regulationVersionId } = await context.regulations.inForce(deskId, context.now());
  const certificateId = context.newId() as CertificateId;
  const facts: CertificateFacts = {
    ...pick(house, SOLD[slug] ?? []),
    certificateId,
    number: `R-${certificateId.slice(-10)}`,
    companyId,
    regulationVersionId,
    products: null,
    installationType: null,
    quantity: 5,
    namedStart: null,
    dates: { [FIRST[slug]]: context.now() },
    figures: {},
    bought: [],
    people: {},
    visitsPerTicket: null,
    renews: null,
  };
  const issued = await context.db.inDesk(deskId, (q) =>
    issueCertificate(context, q, { deskId, command: { type: 'Issue', facts, renewal: null }, actorId: null }),
  );
  if (issued.kind !== 'done') throw new Error(`not issued: ${JSON.stringify(issued)}`);
  house.mirrored.push({ deskId, certificate: issued.certificate, turns: [], letters: ['issued'] });
};

const correctionOf = (house: House, now: Instant): Correction =>
  pick<Correction>(house, [
    { quantity: Math.ceil(house.random() * 9) },
    { term: { count: pick(house, [1, 3, 12, 24]), unit: 'months' } },
    { namedStart: pick(house, [null, (now - 20 * DAY) as Instant]) },
    { dates: { purchase: (now - 50 * DAY) as Instant, sale: (now - 50 * DAY) as Instant } },
  ]);

const commandOf = (house: House, now: Instant): CertificateCommand => {
  const reasonId = house.desk.context.newId() as MessageId;
  const at = (now - Math.floor(house.random() * 30) * DAY) as Instant;
  const event = pick(house, ['commissioning', 'first-covered-request', 'key-registration', 'sale'] as const);
  return pick<CertificateCommand>(house, [
    { type: 'RecordDate', event, at },
    { type: 'RecordDate', event, at },
    { type: 'DeclareIntent', at: now },
    { type: 'DeclareIntent', at },
    { type: 'Correct', changes: correctionOf(house, now), reasonId },
    { type: 'Correct', changes: correctionOf(house, now), reasonId },
    { type: 'Suspend', reasonId },
    { type: 'Resume', reasonId },
    { type: 'RingTurn' },
    ...(house.random() < 0.1 ? [{ type: 'Revoke', reasonId } as const] : []),
  ]);
};

/** The decider alone, beside the database; returns the code of its refusal. */
const mirror = async (house: House, one: Mirrored, command: CertificateCommand): Promise<string | null> => {
  const { context } = house.desk;
  const { certificate } = one;
  const world = worldOf(await inForceFor(context, one.deskId, certificate), context.now());
  const decision = decideCertificate(command, certificate, world);
  if (!decision.ok) return decision.refusal.code;
  one.certificate = decision.value.reduce<SupportCertificate>(evolveCertificate, certificate);
  for (const event of decision.value) if (event.type === 'CertificateTurned') one.turns.push(event.turn);
  one.letters.push(...lettersOf(decision.value, one.certificate));
  return null;
};

const act = async (house: House): Promise<'accepted' | 'refused'> => {
  const one = pick(house, house.mirrored);
  const node = pick(house, house.nodes);
  const command = commandOf(house, node.now());
  const { certificateId } = one.certificate;
  const outcome = await node.db.inDesk(one.deskId, (q) =>
    commandCertificate(node, q, {
      deskId: one.deskId,
      certificateId,
      command,
      actorId: null,
      seenVersion: null,
    }),
  );
  const told = outcome.kind === 'refused' ? outcome.refusal.code : null;
  const expected = await mirror(house, one, command);
  if (told !== expected)
    throw new Error(`${command.type}: ${String(told)} in the database, ${String(expected)} beside it`);
  return told === null ? 'accepted' : 'refused';
};

const renew = async (house: House): Promise<'accepted' | 'refused'> => {
  const one = pick(house, house.mirrored);
  const node = pick(house, house.nodes);
  const { deskId, certificate } = one;
  const personId = house.by.get(deskId);
  if (personId === undefined) throw new Error('nobody works here');
  const inForce = await node.regulations.inForce(deskId, node.now());
  const today = localDateOf(inForce.regulation.zone, node.now());
  const renewed = await node.db.inDesk(deskId, async (q) => {
    const locked = await lockCertificate(q, deskId, certificate.certificateId);
    if (locked === null) throw new Error('the certificate is gone');
    const outcome = await renewCertificate(node, q, locked, {
      deskId,
      personId,
      order: {
        number: `N-${node.newId().slice(-10)}`,
        term: { count: 12, unit: 'months' },
        quantity: 5,
        boughtOn: today,
        channel: 'portal',
        activated: 5,
        act: null,
        upgradeBoughtOn: null,
        upgradeInstalledOn: null,
      },
    });
    if (outcome.kind !== 'done') return null;
    return lockCertificate(q, deskId, outcome.answer.certificateId as CertificateId);
  });
  if (renewed === null) return 'refused';
  const by = renewed.certificate.certificateId;
  const expected = await mirror(house, one, { type: 'MarkRenewed', by });
  if (expected !== null) throw new Error(`renewed in the database, ${expected} beside it`);
  if (renewed.certificate.startsAt !== certificate.endsAt && node.now() < (certificate.endsAt ?? 0))
    throw new Error('a renewal in time leaves a gap');
  house.mirrored.push({ deskId, certificate: renewed.certificate, turns: [], letters: ['renewed'] });
  return 'accepted';
};

/** A node that dies with a turn told and not committed: another one must tell it. */
const killOne = async (house: House): Promise<boolean> => {
  const now = house.desk.context.now();
  const due = house.mirrored.find(({ certificate }) => (nextTurn(certificate)?.at ?? now + 1) <= now);
  const node = pick(house, house.nodes);
  if (due === undefined) return false;
  const { deskId, certificate } = due;
  const died = await node.db
    .inDesk(deskId, async (q) => {
      await commandCertificate(node, q, {
        deskId,
        certificateId: certificate.certificateId,
        command: { type: 'RingTurn' },
        actorId: null,
        seenVersion: null,
      });
      await q.query('random-certificates-die', 'select pg_terminate_backend(pg_backend_pid())');
    })
    .then(() => false)
    .catch(() => true);
  if (!died) throw new Error('the node lived');
  return true;
};

const turnAll = async (house: House): Promise<void> => {
  const raise = (error: unknown): never => {
    throw error;
  };
  await Promise.all(house.nodes.map((node) => turnCertificates(node, raise)));
  for (const one of house.mirrored) await mirror(house, one, { type: 'RingTurn' });
};

/** Rows that differ from what the decider alone made of them. */
export const strangersAmong = async (
  desk: StillDesk,
  mirrored: readonly Mirrored[],
): Promise<readonly unknown[]> => {
  const rows = await desk.rows<{
    id: string;
    body: SupportCertificate;
    turns: readonly string[];
    letters: readonly string[];
  }>(
    `select c.certificate_id as id, c.body, array(select j.body ->> 'turn' from journal j where j.stream_kind = 'certificate'
       and j.stream_id = c.certificate_id and j.type = 'CertificateTurned' order by j.seq) as turns,
       array(select coalesce(o.body ->> 'turn', o.body ->> 'kind') from outbox o where o.desk_id = c.desk_id
         and o.certificate_id = c.certificate_id order by split_part(o.key, ':', 2)::int) as letters from certificate c`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return mirrored.flatMap(({ certificate, turns, letters }) => {
    const row = byId.get(certificate.certificateId);
    const beside = JSON.parse(JSON.stringify(certificate)) as unknown;
    return isDeepStrictEqual(row?.body, beside) &&
      isDeepStrictEqual(row?.turns, turns) &&
      isDeepStrictEqual(row?.letters, letters)
      ? []
      : [{ row, beside, turns, letters }];
  });
};

/** So many commands to certificates of three desks by two nodes, one of which dies again and again. */
export const liveCertificates = async (
  desk: StillDesk,
  nodes: readonly Context[],
  { seed, steps }: { readonly seed: number; readonly steps: number },
): Promise<RandomLives> => {
  const slugs = ['flat', 'alteroffice', 'shtrih-m'] as const;
  const by = new Map<DeskId, PersonId>();
  for (const slug of slugs)
    by.set(desk.desk(slug), (await addStaff(desk.opened, slug, 'lead', `lead@${slug}.example`)).personId);
  const house: House = { desk, nodes, random: randomNumbers(seed), mirrored: [], by };
  for (let n = 0; n < 15; n += 1) {
    const slug = slugs[n % slugs.length] ?? 'flat';
    const { companyId } = await addCustomer(desk.opened, slug, {
      company: `ООО «Случай ${n}»`,
      email: `chance-${n}@customer.example`,
      name: 'Вера',
      packageId: null,
    });
    await issueOne(house, slug, companyId);
  }
  const count = { accepted: 0, refused: 0 };
  let killed = 0;
  for (let step = 0; step < steps; step += 1) {
    count[await (house.random() < 0.15 ? renew(house) : act(house))] += 1;
    if (house.random() < 0.3) {
      desk.pass(Math.floor(house.random() * 15 * DAY));
      if (house.random() < 0.4 && (await killOne(house))) killed += 1;
      await turnAll(house);
    }
  }
  return { mirrored: house.mirrored, steps, ...count, killed };
};
