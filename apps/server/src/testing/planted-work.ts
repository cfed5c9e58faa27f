import type { RunningServer } from '../start-server.ts';
import { ok, postJson } from './post-json.ts';

/** What staff keep beside their tickets, each text of it carrying the desk's canary. */
export interface PlantedWork {
  readonly tagId: string;
  readonly viewId: string;
  readonly templateId: string;
  /** Missed, and not called back. */
  readonly callId: string;
  readonly entryId: string;
}

/** A tag that stands on the ticket. */
const addTag = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
  number: number,
): Promise<string> => {
  const desk = `/api/desks/${slug}`;
  const { tagId } = await ok(
    postJson(server, administrator, `${desk}/tags`, { name: `Метка ${canary}`, tone: 'info' }),
  );
  const ticket = `${desk}/tickets/${number}`;
  await ok(postJson(server, administrator, `${ticket}/tags`, { add: [tagId], remove: [] }));
  return String(tagId);
};

/** A call that nobody answered. */
const addMissed = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
): Promise<string> => {
  const call = { phone: canary, note: canary };
  const { callId } = await ok(postJson(server, administrator, `/api/desks/${slug}/missed-calls`, call));
  return String(callId);
};

/** A macro of the desk. */
const addTemplate = async (
  server: RunningServer,
  administrator: string,
  slug: string,
  canary: string,
): Promise<string> => {
  const facts = {
    personal: false,
    name: `Шаблон ${canary}`,
    text: canary,
    say: null,
    actions: [{ kind: 'take' }],
  };
  const { templateId } = await ok(postJson(server, administrator, `/api/desks/${slug}/templates`, facts));
  return String(templateId);
};

/** Time that the engineer spent on the ticket. */
const addTime = async (
  server: RunningServer,
  engineer: string,
  slug: string,
  canary: string,
  number: number,
): Promise<string> => {
  const facts = { minutes: 15, on: '2025-01-10', note: canary };
  const { entryId } = await ok(
    postJson(server, engineer, `/api/desks/${slug}/tickets/${number}/time`, facts),
  );
  return String(entryId);
};

/** Tag, follower, view, macro and time, made through the product itself. */
export const plantWork = async (
  server: RunningServer,
  desk: {
    readonly slug: string;
    readonly canary: string;
    readonly number: number;
    readonly engineer: string;
    readonly administrator: string;
  },
): Promise<PlantedWork> => {
  const { slug, canary, number, engineer, administrator } = desk;
  const tagId = await addTag(server, administrator, slug, canary, number);
  const follower = { personId: null, following: true };
  await ok(postJson(server, engineer, `/api/desks/${slug}/tickets/${number}/followers`, follower));
  const view = { name: `Список ${canary}`, shared: false, query: { view: 'open', tag: tagId } };
  const { viewId } = await ok(postJson(server, administrator, `/api/desks/${slug}/views`, view));
  return {
    tagId,
    viewId: String(viewId),
    templateId: await addTemplate(server, administrator, slug, canary),
    callId: await addMissed(server, administrator, slug, canary),
    entryId: await addTime(server, engineer, slug, canary, number),
  };
};
