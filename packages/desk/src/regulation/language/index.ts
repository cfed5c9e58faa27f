export { regulationFile } from '../file/regulation-file.ts';
export { readYaml } from '../read-yaml.ts';
export { describeSchema } from './describe-schema.ts';
export { questionsPage } from './questions-page.ts';
export { referencePage } from './reference.ts';
