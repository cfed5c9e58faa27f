import type { PortalWords } from '../ru/portal.ts';

export const portal: PortalWords = {
  navigation: 'Sections',
  opening: 'Opening…',
  notOpened: 'The portal could not be opened',
  missingHint:
    'Check the address. If you are a customer of this desk, sign in with the e-mail that your company named.',
  toHome: 'Home',
  toRequests: 'To the tickets',
  profile: 'Profile',
  goTo: 'Go to',
  workspaceOf: (desk) => `Workspace: ${desk}`,
  sections: {
    requests: 'Tickets',
    certificates: 'Certificates',
    new: 'New ticket',
  },
  bell: {
    title: 'What is new',
    unread: (n) => `unread: ${n}`,
    empty: 'Nothing new yet. Answers of support, questions to you and moved deadlines come here.',
    kinds: {
      answered: 'Support answered',
      asked: 'Support asks',
      solved: 'There is a solution',
      declined: 'Declined',
      proposed: 'A proposal waits for your word',
      deadline: 'A deadline was moved',
    },
  },
  reconnecting: 'The connection was lost. What was known last is shown, connecting again…',
  choice: {
    title: 'Where would you like to go?',
    about: 'Several desks know you. Each has tickets and certificates of its own.',
  },
};
