import type { FederalDistrict } from '@reglament/desk';
import type { DemoTerm } from './demo-term.ts';
import type { Role } from './staff.ts';

/** Minutes of the story's hours: a step that falls on a night or a holiday is told in the next hours of work. */
export type Minutes = number;

export const HOUR: Minutes = 60;

/** A small file made in code: text, or an image of one colour. */
export type DemoFile =
  | { readonly name: string; readonly text: string }
  | {
      readonly name: string;
      readonly pixels: { readonly width: number; readonly height: number; readonly rgb: number };
    };

/** What a member of staff does; `text` is Markdown. */
export type StaffDeed =
  | { readonly command: 'take' }
  | {
      readonly command: 'classify';
      readonly type: string;
      readonly priority: string | null;
      readonly reason?: string;
    }
  | { readonly command: 'propose-priority'; readonly priority: string; readonly reason: string }
  | {
      readonly command: 'reply' | 'request-information' | 'add-note' | 'resolve';
      readonly text: string;
      readonly files: readonly DemoFile[];
    }
  | { readonly command: 'record-confirmation'; readonly who: string }
  | { readonly command: 'identify'; readonly company: string }
  | { readonly command: 'accept-uncovered'; readonly reason: string }
  | {
      readonly command: 'record-call';
      readonly who: string;
      readonly reached: boolean;
      readonly toldNumber: boolean;
      readonly text: string;
    }
  | {
      readonly command: 'agree-date';
      readonly clock: string;
      /** Working days from the step on, in the story's hours of work. */
      readonly workingDays: number;
      /** Wall time of the desk: `15:00`. */
      readonly time: string;
      readonly reason: string;
    };

/** What the customer does: by letter, or on the status page. */
export type CustomerDeed =
  | { readonly does: 'write'; readonly text: string; readonly files: readonly DemoFile[] }
  | { readonly does: 'answer'; readonly text: string; readonly files: readonly DemoFile[] }
  | { readonly does: 'object'; readonly text: string }
  | { readonly does: 'confirm' }
  /** To the priority, or to the date, that was proposed last. */
  | { readonly does: 'agree' | 'agree-date' };

export type Step = { readonly after: Minutes } & (
  | { readonly by: Role; readonly deed: StaffDeed }
  | { readonly by: 'customer'; readonly deed: CustomerDeed }
);

/** How the request came. Letters are read like any letter; `phone` is written down by the dispatcher. */
export type Arrival = 'letter' | 'unsigned-letter' | 'phone' | 'portal';

export interface Story {
  /** How long before the first start the request came, in the story's hours. */
  readonly ago: Minutes;
  /** Hours that `ago` and `after` are counted in; left out: the desk's own. */
  readonly hours?: 'elapsed';
  readonly arrival: Arrival;
  /** Address of a person of one of the companies, or of somebody whom nobody knows; null: phoned without leaving one. */
  readonly from: string | null;
  /** Of those who are in no company. */
  readonly name?: string;
  readonly phone?: string;
  /** They want to be called back on it. */
  readonly wantsCall?: true;
  /** Company of somebody who phoned without leaving an address. */
  readonly company?: string;
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly DemoFile[];
  readonly type?: string;
  readonly priority?: string;
  readonly next: readonly Step[];
}

export interface DemoCompany {
  readonly name: string;
  readonly district?: FederalDistrict;
  readonly city?: string;
  /** Days from the first start; negative: before it. */
  readonly certificates: readonly (DemoTerm & {
    readonly number: string;
    readonly packageId: string;
    readonly quantity?: number;
    /** The day of the declared wish to renew. */
    readonly declaredDay?: number;
  })[];
  readonly people: readonly { readonly email: string; readonly name: string; readonly phone: string }[];
  /** What it is to the vendor; `shownAs`: how the directory of partners says it is reached. */
  readonly standing?: { readonly role: string; readonly fromDay: number; readonly shownAs: string | null };
}

/** What a desk's first day looks like, as data. */
export interface DeskDemo {
  /** Schedule of the regulation that stories are counted in. */
  readonly hours: string;
  readonly companies: readonly DemoCompany[];
  readonly stories: readonly Story[];
}

const said =
  (command: 'reply' | 'request-information' | 'add-note' | 'resolve') =>
  (after: Minutes, by: Role, text: string, ...files: readonly DemoFile[]): Step => ({
    after,
    by,
    deed: { command, text, files },
  });

export const reply = said('reply');
export const ask = said('request-information');
export const note = said('add-note');
export const resolve = said('resolve');

export const take = (after: Minutes, by: Role): Step => ({ after, by, deed: { command: 'take' } });
export const classify = (
  after: Minutes,
  by: Role,
  type: string,
  priority: string | null,
  reason?: string,
): Step => ({
  after,
  by,
  deed: { command: 'classify', type, priority, ...(reason === undefined ? {} : { reason }) },
});
export const propose = (after: Minutes, by: Role, priority: string, reason: string): Step => ({
  after,
  by,
  deed: { command: 'propose-priority', priority, reason },
});
export const identify = (after: Minutes, by: Role, company: string): Step => ({
  after,
  by,
  deed: { command: 'identify', company },
});
export const serveAnyway = (after: Minutes, by: Role, reason: string): Step => ({
  after,
  by,
  deed: { command: 'accept-uncovered', reason },
});
export const call = (after: Minutes, by: Role, who: string, text: string, toldNumber = true): Step => ({
  after,
  by,
  deed: { command: 'record-call', who, reached: true, toldNumber, text },
});
/** Nobody answered: the callback stays owed. */
export const missedCall = (after: Minutes, by: Role, who: string, text: string): Step => ({
  after,
  by,
  deed: { command: 'record-call', who, reached: false, toldNumber: false, text },
});
export const proposeDate = (
  after: Minutes,
  by: Role,
  date: { readonly clock: string; readonly workingDays: number; readonly time: string },
  reason: string,
): Step => ({ after, by, deed: { command: 'agree-date', ...date, reason } });
export const confirmedByPhone = (after: Minutes, by: Role, who: string): Step => ({
  after,
  by,
  deed: { command: 'record-confirmation', who },
});

export const writes = (after: Minutes, text: string, ...files: readonly DemoFile[]): Step => ({
  after,
  by: 'customer',
  deed: { does: 'write', text, files },
});
export const answers = (after: Minutes, text: string, ...files: readonly DemoFile[]): Step => ({
  after,
  by: 'customer',
  deed: { does: 'answer', text, files },
});
export const objects = (after: Minutes, text: string): Step => ({
  after,
  by: 'customer',
  deed: { does: 'object', text },
});
export const confirms = (after: Minutes): Step => ({ after, by: 'customer', deed: { does: 'confirm' } });
export const agrees = (after: Minutes): Step => ({ after, by: 'customer', deed: { does: 'agree' } });
export const agreesToDate = (after: Minutes): Step => ({
  after,
  by: 'customer',
  deed: { does: 'agree-date' },
});
