import type { Endpoint } from './endpoint.ts';

/** Where a change leaves its trace: in the audit log of the desk, in the journal of what it changes, or nowhere. */
export type Recording = 'audit' | 'journal' | 'nothing';

/** Changes that the audit log need not repeat, and why. Everything else that changes a desk stands in its audit log. */
const elsewhere: Readonly<Record<string, { readonly recording: Recording; readonly why: string }>> = {
  registerTicket: { recording: 'journal', why: 'the ticket’s own history' },
  commandTicket: { recording: 'journal', why: 'the ticket’s own history' },
  mergeTicket: { recording: 'journal', why: 'the history of both tickets' },
  splitTicket: { recording: 'journal', why: 'the history of both tickets' },
  issueCertificate: { recording: 'journal', why: 'the certificate’s own history' },
  commandCertificate: { recording: 'journal', why: 'the certificate’s own history' },
  openInquiry: { recording: 'journal', why: 'the inquiry’s own history' },
  commandInquiry: { recording: 'journal', why: 'the inquiry’s own history' },
  sendTicketToSales: { recording: 'journal', why: 'the history of ticket and inquiry' },
  bulkTickets: { recording: 'journal', why: 'the history of each ticket' },
  showPresence: { recording: 'nothing', why: 'said every ten seconds and kept nowhere' },
  keepDraft: { recording: 'nothing', why: 'it is nobody’s but the writer’s, and has not been said' },
  snoozeTicket: { recording: 'nothing', why: 'it changes nobody’s view but one’s own' },
  checkEdition: { recording: 'nothing', why: 'it keeps nothing' },
  readNotifications: { recording: 'nothing', why: 'a person’s own mark of what they have read' },
  changeNotificationSettings: {
    recording: 'nothing',
    why: 'how one person is told, which concerns nobody else',
  },
  uploadAttachment: {
    recording: 'nothing',
    why: 'a file that nothing names yet; who names it stands in the history',
  },
};

/** Names of the endpoints that are recorded elsewhere: each must exist. */
export const recordedElsewhere: readonly string[] = Object.keys(elsewhere);

/** How a change by this endpoint is recorded; a reading one leaves no trace. */
export const recordingOf = ({ id, method, path }: Pick<Endpoint, 'id' | 'method' | 'path'>): Recording => {
  if (method === 'GET' || !/^\/api\/desks\/\{desk\}(\/|$)/.test(path)) return 'nothing';
  return elsewhere[id]?.recording ?? 'audit';
};
