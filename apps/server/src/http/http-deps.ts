import type { ConnectionTestShown } from '@reglament/contract';
import type { DeskId, PersonId } from '@reglament/desk';
import type { Config, ImapAccount, SmtpAccount } from '../config.ts';
import type { SecretBox } from '../tokens/secret-box.ts';
import type { Identity } from '../identity/identity.ts';
import type { LiveHub } from '../store/live-hub.ts';
import type { Customership } from '../store/queries/customerships.ts';
import type { Membership } from '../store/queries/desks.ts';
import type { Context } from '../use-cases/context.ts';

/** A letter as its page shows it. */
export interface ShownLetter {
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Uint8Array;
  }[];
}

/** Whether a webhook may go to an address. */
export type WebhookTarget =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fault: 'not-a-url' | 'not-https' | 'credentials' | 'private-address' | 'unresolvable';
    };

/** What the routes need, wired in main. */
export interface HttpDeps {
  readonly context: Context;
  readonly identity: Identity;
  readonly hub: LiveHub;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** The demo: nobody gets mail, and one factor is enough. Absent: it is none. */
  readonly isDemo?: boolean;
  /** Whoever works in a desk needs a second factor. Absent: they don't. */
  readonly requiresSecondFactor?: boolean;
  /** Desks of a person, at most a second old. */
  readonly memberships: (personId: PersonId) => Promise<readonly Membership[]>;
  /** Desks whose customer a person is, at most a second old. */
  readonly customerships: (personId: PersonId) => Promise<readonly Customership[]>;
  /** Reads a letter for showing; the words of a letter that can't be read stay in its raw bytes. */
  readonly parseLetter: (
    raw: Uint8Array,
    options: { readonly trustedAuthserv: null; readonly ownAddresses: readonly string[] },
  ) => Promise<{ readonly ok: true; readonly letter: ShownLetter } | { readonly ok: false }>;
  /** Looks where a webhook's address leads. */
  readonly webhookTarget: (url: string) => Promise<WebhookTarget>;
  readonly mail: {
    /** What the server's configuration says of mailboxes, by slug: nobody changes it from here. */
    readonly config: Config['mail'];
    readonly secrets: SecretBox;
    /** Signs in where letters come from, and reads nothing. */
    readonly tryImap: (account: ImapAccount) => Promise<ConnectionTestShown>;
    /** Whether letters of a desk go by a mail server. */
    readonly mailer: { readonly sends: (deskId: DeskId) => boolean };
    /** Greets where letters go to, and sends nothing. */
    readonly trySmtp: (account: SmtpAccount) => Promise<ConnectionTestShown>;
    /** Desks and mailboxes were changed: they are followed at once. */
    readonly refresh: () => Promise<void>;
    /** The mailbox of a desk is connected anew. */
    readonly reconnect: (deskId: DeskId) => Promise<void>;
  };
  /** Regulations that a first desk can begin with, as written. */
  readonly shipped: () => Promise<readonly { readonly slug: string; readonly source: string }[]>;
  /** A letter was handed in: read it now. */
  readonly wakeReader: () => void;
  readonly wakeOutbox: () => void;
  /** What nobody expected: for the people who run the server. */
  readonly onError: (error: unknown) => void;
  /** Folder of the built web application. */
  readonly webDist: string;
}
