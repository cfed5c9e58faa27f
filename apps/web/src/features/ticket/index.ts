// What other features show in the same way.
export { CommandDialog } from './command-dialog.tsx';
export { CommandProblem } from './command-problem.tsx';
export { ComposerFiles } from './composer-files.tsx';
export { default as details } from './details.module.css';
export { draftKey, sentBy } from './draft.ts';
export { nearTickets } from './near-tickets.ts';
export { Ticks } from './ticks.tsx';
export { typedNumber } from './typed-number.ts';
export { Section } from './section.tsx';
export { ServicesSection } from './services-section.tsx';
export { useDraft } from './use-draft.ts';
export { fittingFiles, useUploads } from '../../api/use-uploads.ts';
