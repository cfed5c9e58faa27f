// What other features show and open.
export { CompanyInquiries } from './company-inquiries.tsx';
export { NewInquiryDialog, SendToSalesDialog } from './opened-dialogs.ts';
export { TicketInquiries } from './ticket-inquiries.tsx';
