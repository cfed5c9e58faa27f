import { openCase, staffDoes, type StatusCase } from './status-case.ts';
import type { TestServer } from './start-test-server.ts';

export interface Sent {
  readonly text?: string;
  readonly files?: readonly (readonly [string, Buffer])[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

/** The key that a page's forms carry. */
export const keyOf = (text: string): string => /name="key" value="([^"]+)"/.exec(text)?.[1] ?? '';

export interface CaseState {
  readonly state: string;
  readonly body: { readonly priority: string | null; readonly missingFields: readonly string[] };
  readonly version: number;
}

export interface StatusBrowser {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly page: (path: string) => Promise<string>;
  /** Fills in a form of the page and presses its button; follows no redirect. */
  readonly send: (path: string, form: string, sent?: Sent) => Promise<Response>;
  readonly stateOf: (found: StatusCase) => Promise<CaseState>;
  readonly messagesOf: (
    found: StatusCase,
  ) => Promise<readonly { kind: string; text: string; files: number }[]>;
  readonly classify: (found: StatusCase, priority: string) => Promise<void>;
  readonly resolve: (found: StatusCase) => Promise<void>;
  readonly resolvedOptima: () => Promise<StatusCase>;
}

/** A customer without scripts, and a look behind the page. */
export const statusBrowser = (server: TestServer): StatusBrowser => {
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers, redirect: 'manual' });
  const page = async (path: string): Promise<string> => (await get(path)).text();

  const send = async (path: string, form: string, sent: Sent = {}): Promise<Response> => {
    const body = new FormData();
    body.set('key', sent.key ?? keyOf(await page(path)));
    if (sent.text !== undefined) body.set('text', sent.text);
    for (const [name, value] of Object.entries(sent.fields ?? {})) body.set(name, value);
    for (const [name, content] of sent.files ?? [])
      body.append('files', new Blob([new Uint8Array(content)]), name);
    return fetch(`${server.url}${path}/${form}`, {
      method: 'POST',
      body,
      headers: sent.headers ?? {},
      redirect: 'manual',
    });
  };

  const stateOf = async ({ deskId, ticketId }: StatusCase): Promise<CaseState> => {
    const [row] = await server.opened.context.db.inDesk(deskId, (q) =>
      q.query<CaseState>(
        'test-state',
        'select state, body, version from ticket where desk_id = $1 and ticket_id = $2',
        [deskId, ticketId],
      ),
    );
    if (row === undefined) throw new Error('no ticket');
    return row;
  };

  const messagesOf = ({
    deskId,
    ticketId,
  }: StatusCase): Promise<readonly { kind: string; text: string; files: number }[]> =>
    server.opened.context.db.inDesk(deskId, (q) =>
      q.query(
        'test-messages',
        'select kind, text, (select count(*) from attachment a where a.message_id = m.message_id) as files from message m where desk_id = $1 and ticket_id = $2 order by at, message_id',
        [deskId, ticketId],
      ),
    );

  const classify = (found: StatusCase, priority: string): Promise<void> =>
    staffDoes(
      server.opened,
      found,
      { type: 'Classify', ticketType: 'incident', priority, reasonMessageId: null },
      null,
    );
  const resolve = (found: StatusCase): Promise<void> =>
    staffDoes(
      server.opened,
      found,
      { type: 'Resolve' },
      { kind: 'resolution', text: 'Исправили **маршрут**.' },
    );
  const resolvedOptima = async (): Promise<StatusCase> => {
    const found = await openCase(server.opened, { slug: 'optima', packageId: '8x5x4', priority: '2' });
    await classify(found, '2');
    await resolve(found);
    return found;
  };
  return { get, page, send, stateOf, messagesOf, classify, resolve, resolvedOptima };
};
