// What the workspace itself needs, small: the cards come with their page.
export { useCallKey } from './use-call-key.ts';
