import { endpoints } from '@reglament/contract';
import type { FastifyInstance } from 'fastify';
import { search } from '../../use-cases/search.ts';
import { mount } from '../contract-route.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { HttpDeps } from '../http-deps.ts';
import { iso, isoOrNull } from '../present/iso.ts';

/** What waits for less is about to be found. */
const TOLD_FROM_MS = 3000;

export const searchRoutes = (app: FastifyInstance, deps: HttpDeps): void => {
  const { context } = deps;

  mount(app, deps, endpoints.search, async ({ deskId, query }) => {
    const list = `search ${deskId} ${query.q}`;
    const [rank, number] =
      query.cursor === undefined ? [] : readCursor(context.secret, list, query.cursor).map(Number);
    const after = rank === undefined || number === undefined ? null : { rank, number };
    const found = await search(context, { deskId, typed: query.q, limit: query.limit, after });
    const { next, waitsMs } = found;
    return {
      tickets: found.tickets.map((one) => ({
        number: one.number,
        subject: [...one.marked],
        snippet: one.snippet === null ? null : [...one.snippet],
        state: one.state,
        company: one.companyName,
        requester: one.contactName,
        lastMessageAt: iso(one.lastMessageAt),
        way: one.way,
      })),
      companies: found.companies.map(({ companyId, marked, inn, city, way }) => ({
        companyId,
        name: [...marked],
        inn,
        city,
        way,
      })),
      contacts: found.contacts.map((one) => ({
        contactId: one.contactId,
        name: [...one.marked],
        email: one.email,
        phone: one.phone,
        company: one.company,
        ticketNumber: one.ticketNumber,
        way: one.way,
      })),
      certificates: found.certificates.map((one) => ({
        certificateId: one.certificateId,
        number: [...one.marked],
        packageId: one.packageId,
        startsAt: isoOrNull(one.startsAt),
        endsAt: isoOrNull(one.endsAt),
        company: one.company,
        way: one.way,
      })),
      next: next === null ? null : writeCursor(context.secret, list, [next.rank, next.number]),
      lookedFor: found.lookedFor,
      cut: found.isCut,
      behindSeconds: waitsMs === null || waitsMs < TOLD_FROM_MS ? null : Math.ceil(waitsMs / 1000),
    };
  });
};
