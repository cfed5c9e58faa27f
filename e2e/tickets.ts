import { endpoints } from '@reglament/contract';
import type { LetterId } from '@reglament/desk';
import { letterRow } from '../apps/server/src/store/queries/letters.ts';
import { eventually, type TestServer, type Visitor } from '../apps/server/src/testing/start-test-server.ts';
import { deskIdOf } from '../apps/server/src/testing/test-desk.ts';
import { keepLetter } from '../apps/server/src/use-cases/keep-letter.ts';
import { bytesOf, type Written } from './mail.ts';

const READ_MS = 30_000;

/** Hands a letter in the way the mailbox does, without a mailbox. */
export const handIn = (server: TestServer, desk: string, letter: Written | Buffer): Promise<LetterId> => {
  const { context } = server.opened;
  return keepLetter(context, {
    deskId: deskIdOf(server.opened, desk),
    raw: Buffer.isBuffer(letter) ? letter : bytesOf(desk, letter),
    receivedAt: context.now(),
    delivery: null,
    truncated: false,
  });
};

/** The ticket that a letter became, waited for. */
export const ticketOf = (server: TestServer, desk: string, letterId: LetterId): Promise<number> => {
  const { db } = server.opened.context;
  const deskId = deskIdOf(server.opened, desk);
  return eventually(
    async () => (await db.inDesk(deskId, (q) => letterRow(q, deskId, letterId)))?.ticketNumber ?? null,
    READ_MS,
  );
};

export const ticketFrom = async (
  server: TestServer,
  desk: string,
  letter: Written | Buffer,
): Promise<number> => ticketOf(server, desk, await handIn(server, desk, letter));

/** Path of the ticket's status page, as staff can copy it. */
export const statusLinkOf = async (staff: Visitor, desk: string, number: number): Promise<string> => {
  const { statusLink } = await staff.call(endpoints.getTicket, { params: { desk, number } });
  return new URL(statusLink, 'http://desk.example').pathname;
};
