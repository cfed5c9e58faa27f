import { calls } from './en/calls.ts';
import { inquiries } from './en/inquiries.ts';
import { queue } from './en/queue.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { ticket } from './en/ticket.ts';
import { views } from './en/views.ts';

/** What the workspace says before anything is opened in it: the frame and the queue. */
export const first = {
  ...shell,
  ...queue,
  ...ticket,
  ...views,
  ...search,
  ...calls,
  ...inquiries,
};
