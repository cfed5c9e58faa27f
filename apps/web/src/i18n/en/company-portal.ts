import type { CompanyPortalWords } from '../ru/company-portal.ts';

export const companyPortal: CompanyPortalWords = {
  title: 'Portal',
  about:
    'What people of the company see when they sign in to the portal. The company decides; put it down here.',
  rule: 'Which tickets they see',
  rules: {
    none: 'None',
    own: 'Their own only',
    'by-role': 'By role',
    all: 'All of the company',
  },
  means: {
    none: 'No tickets are shown in the portal: answers come by letter.',
    own: 'Everybody sees what they asked themselves.',
    'by-role': 'Supervisors see the tickets of all colleagues, the others their own.',
    all: 'Everybody sees any colleague’s ticket and may go on with it.',
  },
  supervisors: 'Supervisors',
  nobody: 'nobody is marked',
  accounts: 'Have signed in',
  accountsOf: (n, all) => `${n} of ${all}`,
  saved: 'The rule of the portal is saved',
};
