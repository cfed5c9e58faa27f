import type { PersonId } from '@reglament/desk';
import type { startLetterParser } from '../channels/mail/letter-parser.ts';
import type { Identity } from '../identity/identity.ts';
import type { LiveHub } from '../live-hub.ts';
import type { Membership } from '../store/queries/desks.ts';
import type { Context } from '../use-cases/context.ts';

/** What the routes need, wired in main. */
export interface HttpDeps {
  readonly context: Context;
  readonly identity: Identity;
  readonly hub: LiveHub;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Desks of a person, at most a second old. */
  readonly memberships: (personId: PersonId) => Promise<readonly Membership[]>;
  readonly parseLetter: ReturnType<typeof startLetterParser>['parse'];
  /** A letter was handed in: read it now. */
  readonly wakeReader: () => void;
  readonly wakeOutbox: () => void;
  /** Folder of the built web application. */
  readonly webDist: string;
}
