import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FINDINGS, generalWords, type Finding, type FindingCode, type FindingLevel } from '@reglament/desk';
import type { Language } from './output.ts';

/** SARIF knows three levels: a contradiction keeps a file from being used, as an error does. */
const LEVELS: Readonly<Record<FindingLevel, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  contradiction: 'error',
  warning: 'warning',
  note: 'note',
};

const CODES = Object.keys(FINDINGS) as readonly FindingCode[];

const rules = (language: Language) =>
  CODES.map((id) => ({
    id,
    shortDescription: { text: generalWords(id)[language] },
    defaultConfiguration: { level: LEVELS[FINDINGS[id].level] },
    properties: { level: FINDINGS[id].level },
  }));

const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/');

const locationOf = (uri: string, { line, column, path }: Pick<Finding, 'line' | 'column' | 'path'>) => ({
  physicalLocation: {
    artifactLocation: { uri },
    region: { startLine: line, startColumn: column },
  },
  logicalLocations: [{ fullyQualifiedName: path, kind: 'value' }],
});

const resultOf = (file: string, finding: Finding, language: Language) => {
  const { code, level, says, second, accepted } = finding;
  const uri = uriOf(file);
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: LEVELS[level],
    message: { text: says[language] },
    locations: [locationOf(uri, finding)],
    ...(second === undefined ? {} : { relatedLocations: [{ id: 1, ...locationOf(uri, second) }] }),
    ...(accepted === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: 'inSource',
              status: 'accepted',
              justification: `${accepted.because} (${accepted.by}, ${accepted.on})`,
            },
          ],
        }),
  };
};

/** Findings as SARIF 2.1.0, for programs that show them beside the text of a file. */
export const sarifOf = (
  files: readonly { readonly file: string; readonly findings: readonly Finding[] }[],
  language: Language,
) => ({
  $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'reglament check', version: '1', rules: rules(language) } },
      language,
      columnKind: 'utf16CodeUnits',
      artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
      results: files.flatMap(({ file, findings }) =>
        findings.map((finding) => resultOf(file, finding, language)),
      ),
    },
  ],
});
