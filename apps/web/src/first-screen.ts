/** What staff see first, in one piece: the portal of customers does not load it. */
export { QueuePage } from './features/queue/queue-page.tsx';
export { WorkspacePage } from './features/workspace/workspace-page.tsx';
