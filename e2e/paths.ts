/** Addresses of the workspace, as people bookmark them. */
export const pathOfQueue = (desk: string, view = 'open'): string => `/d/${desk}?view=${view}`;
export const pathOfTicket = (desk: string, number: number): string => `/d/${desk}/t/${number}`;
export const pathOfLetters = (desk: string): string => `/d/${desk}/letters`;
export const pathOfCertificates = (desk: string, view = 'expiring-90'): string =>
  `/d/${desk}/certificates?view=${view}`;
