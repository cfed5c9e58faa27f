import { EXIT, result, type ExitCode } from '../output.ts';

/** `reglament schema`: JSON Schema of a regulation file. The words of every key are read only here. */
export const schemaCommand = async (): Promise<ExitCode> => {
  const { schemaText } = await import('./schema-text.ts');
  await result(schemaText());
  return EXIT.ok;
};
