import type { Certificate, Coverage } from '@reglament/desk';

/** The certificate that serves a request; null: something else does, or nothing. */
export const certificateOf = (coverage: Coverage, certificates: readonly Certificate[]): Certificate | null =>
  coverage.kind === 'covered'
    ? (certificates.find(({ certificateId }) => certificateId === coverage.certificateId) ?? null)
    : null;
