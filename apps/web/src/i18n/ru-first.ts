import { calls } from './ru/calls.ts';
import { inquiries } from './ru/inquiries.ts';
import { queue } from './ru/queue.ts';
import { search } from './ru/search.ts';
import { shell } from './ru/shell.ts';
import { ticket } from './ru/ticket.ts';
import { views } from './ru/views.ts';

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
