// What other features show and open.
export { CompanyInquiries } from './company-inquiries.tsx';
export { NewInquiryDialog } from './new-inquiry-dialog.tsx';
export { SendToSalesDialog } from './send-to-sales-dialog.tsx';
export { TicketInquiries } from './ticket-inquiries.tsx';
