import type { HttpDeps } from '../http/http-deps.ts';
import { createSecretBox } from '../tokens/secret-box.ts';

/** For tests that run the routes without jobs: nobody looks for mailboxes. */
export const noMail: HttpDeps['mail'] = {
  config: {},
  mailer: { sends: () => false },
  secrets: createSecretBox(() => Promise.resolve(Buffer.alloc(32, 7))),
  tryImap: () => Promise.resolve({ outcome: 'refused', detail: '' }),
  trySmtp: () => Promise.resolve({ outcome: 'refused', detail: '' }),
  refresh: () => Promise.resolve(),
  reconnect: () => Promise.resolve(),
};
