import type {
  CertificateCommand,
  CertificateFacts,
  CertificateId,
  CompanyId,
  ContactId,
  LetterId,
  MessageId,
} from '@reglament/desk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { turnCertificates } from '../jobs/turn-certificates.ts';
import { deliverOutbox } from '../jobs/deliver-outbox.ts';
import { newId } from '../ids.ts';
import type { Opened } from '../open.ts';
import { insertContact } from '../store/contacts.ts';
import { openForLoad } from '../testing/lay-out-load.ts';
import { letterFrom, openLetter } from '../testing/letters/letter-from.ts';
import { DELIVERY_REPORT } from '../testing/letters/robot-letters.ts';
import { addressOf, moscow, openStillDesk, type StillDesk } from '../testing/still-desk.ts';
import { addCustomer } from '../testing/test-desk.ts';
import { commandCertificate, issueCertificate } from '../use-cases/command-certificate.ts';
import { bringCertificate } from '../use-cases/bring-certificate.ts';
import { retryLetter } from '../use-cases/retry-letter.ts';

// Letters about certificates on real parts: a database, the rounds, a mail server. FLAT, sold and commissioned in April 2025.

let desk: StillDesk;
let other: Opened;
let made = 0;

beforeAll(async () => {
  desk = await openStillDesk('2025-04-10 10:00');
  other = await openForLoad(desk.databaseUrl);
});
afterAll(async () => {
  await other?.close();
  await desk?.stop();
});

const fail = (error: unknown): never => {
  throw error;
};
const turn = () => turnCertificates(desk.context, fail);

interface Holder {
  readonly companyId: CompanyId;
  readonly email: string;
}

const customer = async (): Promise<Holder> => {
  made += 1;
  const email = `written-${made}@customer.example`;
  const { companyId } = await addCustomer(desk.opened, 'flat', {
    company: `ООО «Адресат ${made}»`,
    email,
    name: 'Ольга',
    packageId: null,
  });
  return { email, companyId };
};

const issue = async ({ companyId }: Holder): Promise<CertificateId> => {
  const deskId = desk.desk('flat');
  const { regulationVersionId } = await desk.context.regulations.inForce(deskId, desk.context.now());
  const certificateId = newId() as CertificateId;
  const facts: CertificateFacts = {
    certificateId,
    number: `W-${certificateId.slice(-8)}`,
    companyId,
    packageId: '8x5',
    regulationVersionId,
    products: null,
    installationType: null,
    quantity: 5,
    term: { count: 12, unit: 'months' },
    namedStart: null,
    dates: { sale: moscow('2025-04-01 00:00'), commissioning: moscow('2025-04-10 00:00') },
    figures: {},
    bought: [],
    people: {},
    visitsPerTicket: null,
    renews: null,
  };
  const outcome = await desk.context.db.inDesk(deskId, (q) =>
    issueCertificate(desk.context, q, {
      deskId,
      command: { type: 'Issue', facts, renewal: null },
      actorId: null,
    }),
  );
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return certificateId;
};

const does = (certificateId: CertificateId, command: CertificateCommand) =>
  desk.context.db.inDesk(desk.desk('flat'), (q) =>
    commandCertificate(desk.context, q, {
      deskId: desk.desk('flat'),
      certificateId,
      command,
      actorId: null,
      seenVersion: null,
    }),
  );

/** Subjects without the desk's mark and the number, of what an address got, in order. */
const got = async (email: string): Promise<readonly string[]> => {
  const mine = desk.sink.letters.filter(({ to }) => to.includes(email));
  const opened = await Promise.all(mine.map(openLetter));
  return opened.map(({ subject }) => subject.replace(/^\[.*?\] Поддержка по сертификату № \S+?:? /, ''));
};

describe('a life in letters', () => {
  it('each step once, in order, kept with its certificate; what one letter says already is not said twice', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const id = await issue(holder);
    for (const day of ['2025-04-10 10:01', '2026-01-10 09:00', '2026-02-09 09:00', '2026-03-11 09:00']) {
      desk.at(day);
      await turn();
      await desk.deliver();
    }
    desk.at('2026-04-11 00:00');
    await turn();
    await turn();
    await desk.deliver();
    desk.at('2026-04-20 12:00');
    await does(id, { type: 'DeclareIntent', at: desk.context.now() });
    await desk.deliver();
    desk.at('2026-07-11 00:00');
    await turn();
    await desk.deliver();
    expect(await got(holder.email)).toEqual([
      'оформлена',
      'заканчивается через 90 дней',
      'заканчивается через 60 дней',
      'заканчивается через 30 дней',
      'закончилась',
      'намерение продлить поддержку записано',
      'время лояльности закончилось',
    ]);
    const kept = await desk.rows<{ outcome: string; automatic: boolean }>(
      'select outcome, automatic from letter where certificate_id = $1',
      [id],
    );
    // None is an answer: they don't use up what an address may get by itself.
    expect(kept).toEqual(Array.from({ length: 7 }, () => ({ outcome: 'accepted', automatic: false })));
    expect(await desk.rows('select 1 from outbox')).toEqual([]);
  });

  it('goes to every listed contact who has an address, and to nobody else', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const deskId = desk.desk('flat');
    const second = { email: `second-${made}@customer.example`, name: 'Пётр' };
    const unlisted = { email: `unlisted-${made}@customer.example`, name: 'Иван' };
    const silent = { email: null, name: 'Телефонный' };
    await desk.context.db.inDesk(deskId, async (q) => {
      for (const person of [second, unlisted, silent])
        await insertContact(q, {
          deskId,
          contactId: newId() as ContactId,
          companyId: holder.companyId,
          phone: '',
          ...person,
        });
    });
    await desk.rows(
      `update contact_of_company set listed = false where contact_id = (select contact_id from contact where email = $1)`,
      [unlisted.email],
    );
    await issue(holder);
    await desk.deliver();
    expect(await got(holder.email)).toEqual(['оформлена']);
    expect(await got(second.email)).toEqual(['оформлена']);
    expect(await got(unlisted.email)).toEqual([]);
  });

  it('what is brought over owes nothing until its own next turn', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const deskId = desk.desk('flat');
    await desk.context.db.inDesk(deskId, (q) =>
      bringCertificate(desk.context, q, deskId, {
        companyId: holder.companyId,
        number: `B-${made}`,
        packageId: '8x5',
        quantity: 5,
        startsAt: moscow('2024-05-11 00:00'),
        endsAt: moscow('2025-05-20 00:00'),
      }),
    );
    await turn();
    await desk.deliver();
    expect(await got(holder.email)).toEqual([]);
    desk.at('2025-04-19 09:00');
    await turn();
    await desk.deliver();
    expect(await got(holder.email)).toEqual(['заканчивается через 30 дней']);
  });
});

describe('exactly once', () => {
  it('two nodes turn and deliver at the same moment', async () => {
    desk.at('2025-04-10 10:00');
    const holders = await Promise.all([customer(), customer(), customer()]);
    for (const holder of holders) await issue(holder);
    desk.at('2026-03-20 10:00');
    const nodes = [desk.context, { ...other.context, now: desk.context.now }];
    await Promise.all(nodes.map((node) => turnCertificates(node, fail)));
    const options = {
      mailer: desk.mailer,
      baseUrl: 'https://desk.example',
      desk: (deskId: string) => {
        const found = desk.opened.desks.find((one) => one.deskId === deskId);
        if (found === undefined) throw new Error('no such desk');
        return found;
      },
      onError: fail,
    };
    await Promise.all(nodes.map((node) => deliverOutbox(node, options)));
    await desk.deliver();
    for (const { email } of holders)
      expect((await got(email)).toSorted()).toEqual(['заканчивается через 21 день', 'оформлена']);
  });

  it('a node that dies with the turn told and not committed: another one tells it, one letter goes', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const id = await issue(holder);
    await desk.deliver();
    desk.at('2026-03-11 09:00');
    const deskId = desk.desk('flat');
    const death = other.context.db.inDesk(deskId, async (q) => {
      await commandCertificate({ ...other.context, now: desk.context.now }, q, {
        deskId,
        certificateId: id,
        command: { type: 'RingTurn' },
        actorId: null,
        seenVersion: null,
      });
      await q.query('certificate-letters-die', 'select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(death).rejects.toThrow(/terminat/i);
    await desk.deliver();
    expect(await got(holder.email)).toEqual(['оформлена']);
    await turn();
    await desk.deliver();
    expect(await got(holder.email)).toEqual(['оформлена', 'заканчивается через 30 дней']);
  });

  it('a mail server that takes nothing for a day: what is overtaken by then is not written', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const id = await issue(holder);
    await desk.deliver();
    desk.at('2026-03-11 09:00');
    await turn();
    const refuses = {
      ...desk.mailer,
      send: () => Promise.resolve({ accepted: false, permanent: false, response: 'later' } as const),
    };
    await desk.deliver(refuses);
    await does(id, { type: 'Revoke', reasonId: newId() as MessageId });
    desk.pass(3_600_000);
    await desk.deliver();
    expect(await got(holder.email)).toEqual(['оформлена', 'отозвана']);
  });
});

describe('an address that takes nothing', () => {
  it('keeps the letter from nobody else; sent again, it goes to that one alone', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const deskId = desk.desk('flat');
    const second = `also-${made}@customer.example`;
    await desk.context.db.inDesk(deskId, (q) =>
      insertContact(q, {
        deskId,
        contactId: newId() as ContactId,
        companyId: holder.companyId,
        phone: '',
        email: second,
        name: 'Пётр',
      }),
    );
    const id = await issue(holder);
    const sent: string[] = [];
    await desk.deliver({
      ...desk.mailer,
      send: (_deskId, _raw, { to }) => {
        if (to === second)
          return Promise.resolve({ accepted: false, permanent: true, response: 'no such user' });
        sent.push(to);
        return Promise.resolve({ accepted: true, kept: false, response: '' });
      },
    });
    expect(sent).toEqual([holder.email]);
    const [failed] = await desk.rows<{ letter_id: LetterId; to_address: string }>(
      `select letter_id, to_address from letter where certificate_id = $1 and outcome = 'failed'`,
      [id],
    );
    expect(failed?.to_address).toBe(second);
    expect(await retryLetter(desk.context, deskId, failed?.letter_id ?? ('' as LetterId))).toBe(true);
    await desk.deliver();
    expect([await got(holder.email), await got(second)]).toEqual([[], ['оформлена']]);
  });
});

describe('what comes back', () => {
  it('an answer of a person is a request of its own', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    await issue(holder);
    await desk.deliver();
    const [sent] = desk.sink.letters.filter(({ to }) => to.includes(holder.email));
    if (sent === undefined) throw new Error('no letter went');
    const { messageId, subject, replyTo, header } = await openLetter(sent);
    expect(replyTo).toBe('');
    expect(header('auto-submitted')).toBe('auto-generated');
    const answer = letterFrom({
      from: holder.email,
      to: addressOf('flat'),
      subject: `Re: ${subject}`,
      headers: [`In-Reply-To: <${messageId}>`, `References: <${messageId}>`],
    });
    expect(await desk.receive('flat', answer)).toMatchObject({ outcome: 'ticket' });
  });

  it('an answer of a robot, or a letter that came back, is no request: it is kept with the certificate', async () => {
    desk.at('2025-04-10 10:00');
    const holder = await customer();
    const id = await issue(holder);
    await desk.deliver();
    const [sent] = desk.sink.letters.filter(({ to }) => to.includes(holder.email));
    if (sent === undefined) throw new Error('no letter went');
    const { messageId } = await openLetter(sent);
    const away = letterFrom({
      from: holder.email,
      to: addressOf('flat'),
      subject: 'Автоматический ответ: отпуск',
      headers: ['Auto-Submitted: auto-replied', `In-Reply-To: <${messageId}>`],
    });
    expect(await desk.receive('flat', away)).toMatchObject({ outcome: 'auto-reply', number: null });
    const report = Buffer.from(
      DELIVERY_REPORT.toString('latin1').replace('tok-91@desk.example', messageId),
      'latin1',
    );
    expect(await desk.receive('flat', report)).toMatchObject({ outcome: 'bounce', number: null });
    const kept = await desk.rows<{ outcome: string }>(
      `select outcome from letter where certificate_id = $1 and direction = 'in' order by outcome`,
      [id],
    );
    expect(kept.map(({ outcome }) => outcome)).toEqual(['auto-reply', 'bounce']);
    // To no letter of ours: as before, a request.
    const stranger = letterFrom({
      from: holder.email,
      to: addressOf('flat'),
      headers: ['Auto-Submitted: auto-replied', 'In-Reply-To: <another@customer.example>'],
    });
    expect(await desk.receive('flat', stranger)).toMatchObject({ outcome: 'ticket' });
  });
});

it('nothing of all this was a surprise to the desk', () => {
  expect(desk.errors).toEqual([]);
});
