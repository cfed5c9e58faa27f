import type { InquiryTopic } from '@reglament/desk';
import type { Role } from './staff.ts';
import type { Minutes } from './story.ts';

/** What staff do with an inquiry of the demo. */
export interface InquiryStep {
  readonly after: Minutes;
  readonly by: Extract<Role, 'dispatcher' | 'seller'>;
  readonly deed:
    | {
        readonly command: 'answer' | 'add-note';
        readonly text: string;
        readonly attachments: string[];
      }
    | { readonly command: 'close-lost'; readonly reason: string };
}

/** A purchase inquiry: by a letter to the address of sales, or by a call that the dispatcher puts down. */
export interface DemoInquiry {
  /** How long before the first start it came, in the desk's hours. */
  readonly ago: Minutes;
  readonly arrival: 'letter' | 'phone';
  /** Address of a person of one of the companies, or of somebody whom nobody knows. */
  readonly from: string;
  /** Of those who are in no company. */
  readonly name?: string;
  readonly phone?: string;
  /** Of calls; a letter is about support until somebody reads it. */
  readonly topic?: InquiryTopic;
  readonly subject: string;
  readonly text: string;
  readonly next: readonly InquiryStep[];
}

export const answersBuyer = (after: Minutes, text: string): InquiryStep => ({
  after,
  by: 'seller',
  deed: { command: 'answer', text, attachments: [] },
});
export const notesInquiry = (after: Minutes, by: InquiryStep['by'], text: string): InquiryStep => ({
  after,
  by,
  deed: { command: 'add-note', text, attachments: [] },
});
export const losesBuyer = (after: Minutes, reason: string): InquiryStep => ({
  after,
  by: 'seller',
  deed: { command: 'close-lost', reason },
});
