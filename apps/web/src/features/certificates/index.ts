// What other features open.
export { IssueDialog } from './issue-dialog.tsx';
export { mayChange } from './may-change.ts';
export { useCertificates } from './use-certificates.ts';
