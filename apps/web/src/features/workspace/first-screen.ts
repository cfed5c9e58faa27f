/** What staff see first, in one piece: the portal of customers does not load it. */
export { QueuePage } from '../queue/queue-page.tsx';
export { WorkspacePage } from './workspace-page.tsx';
