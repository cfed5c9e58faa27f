import type { PortalWords } from '../ru/portal.ts';

export const portal: PortalWords = {
  navigation: 'Sections',
  opening: 'Opening…',
  notOpened: 'The portal could not be opened',
  missingHint:
    'Check the address. If you are a customer of this desk, sign in with the e-mail that your company named.',
  toHome: 'Home',
  toRequests: 'To the tickets',
  byMail: 'Write to us: the answer tells the number of your ticket',
  profile: 'Profile',
  goTo: 'Go to',
  workspaceOf: (desk) => `Workspace: ${desk}`,
  sections: {
    requests: 'Tickets',
    certificates: 'Certificates',
  },
  choice: {
    title: 'Where would you like to go?',
    about: 'Several desks know you. Each has tickets and certificates of its own.',
  },
};
