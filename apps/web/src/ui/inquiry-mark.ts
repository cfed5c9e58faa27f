/** Purchase inquiries have a series of numbers of their own: written so, nobody takes one for a ticket. */
export const inquiryMark = (number: number): string => `S-${number}`;
