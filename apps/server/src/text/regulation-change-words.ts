import { formatInstant, type Instant, type TimeZoneId } from '@reglament/working-time';

/** What a start changed in a desk, or found waiting. */
export type RegulationChange = { readonly slug: string } & (
  | { readonly kind: 'desk-made'; readonly administrators: readonly string[] }
  | {
      readonly kind: 'in-force' | 'planned' | 'withdrawn';
      readonly edition: string;
      readonly from: Instant;
      readonly zone: TimeZoneId;
    }
);

/** One line for the log of the start. */
export const changeSentence = (change: RegulationChange): string => {
  const { slug } = change;
  if (change.kind === 'desk-made') {
    const { administrators } = change;
    return administrators.length > 0
      ? `${slug}: new desk; administrators: ${administrators.join(', ')}`
      : `${slug}: new desk; nobody can enter it: no other desk has an administrator`;
  }
  const from = formatInstant((change.from - (change.from % 1000)) as Instant, change.zone);
  switch (change.kind) {
    case 'in-force':
      return `${slug}: edition ${change.edition} in force from ${from}`;
    case 'planned':
      return `${slug}: edition ${change.edition} is planned, in force from ${from}`;
    case 'withdrawn':
      return `${slug}: edition ${change.edition}, planned from ${from}, is withdrawn`;
  }
};
