export { describeSchema } from './describe-schema.ts';
export { questionsPage } from './questions-page.ts';
export { referencePage } from './reference.ts';
