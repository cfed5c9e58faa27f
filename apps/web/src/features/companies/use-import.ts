import { addressOf, endpoints, ProblemError, type ImportReport, type Problem } from '@reglament/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '../../api/queries.ts';
import { readLanguage } from '../../i18n/language.ts';

export const MAX_TABLE_BYTES = 5 * 1024 * 1024;

interface Table {
  readonly file: File;
  readonly apply: boolean;
}

/** What a table is about. */
export type TableOf = 'companies' | 'instances';

const routes = {
  companies: endpoints.importCompanies,
  instances: endpoints.importInstances,
} as const;

/** The file goes byte for byte: the server finds out how its letters are written. */
const sendTable = async (desk: string, what: TableOf, { file, apply }: Table): Promise<ImportReport> => {
  const query = { apply: apply ? 'yes' : 'no' };
  const response = await fetch(addressOf(routes[what], { desk }, query), {
    method: 'POST',
    headers: { 'content-type': 'text/csv', accept: 'application/json', 'accept-language': readLanguage() },
    body: file,
  });
  if (!response.ok) throw new ProblemError((await response.json()) as Problem);
  return (await response.json()) as ImportReport;
};

/** Reads a table: to see what it would do, or to do it. */
export const useImport = (desk: string, what: TableOf) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (table: Table) => sendTable(desk, what, table),
    onSuccess: (report) =>
      report.applied ? client.invalidateQueries({ queryKey: keys.desk(desk) }) : undefined,
  });
};
