// What other features show in the same way.
export { CommandDialog } from './command-dialog.tsx';
export { CommandProblem } from './command-problem.tsx';
export { default as details } from './details.module.css';
export { Section } from './section.tsx';
export { ServicesSection } from './services-section.tsx';
