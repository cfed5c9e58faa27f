import type { search as inRussian } from '../ru/search.ts';
import { plural } from '../plural.ts';

export const search: typeof inRussian = {
  search: {
    title: 'Search',
    open: 'Search and commands',
    placeholder: 'Ticket, company, tax id, number… or a command',
    field: 'What to find',
    commands: 'Commands',
    recent: 'Recent',
    tickets: 'Tickets',
    companies: 'Companies',
    certificates: 'Certificates',
    contacts: 'People',
    everything: (q: string) => `Everything found for “${q}”`,
    nothing: 'Nothing found',
    nothingHint: 'Check the keyboard layout, or ask for less.',
    failed: 'The search failed',
    lookedFor: (words: string) => `Shown for “${words}”: it looks like the other keyboard layout`,
    near: 'Nothing matches exactly; similar words are shown',
    cut: 'A long question: its first 500 characters and 16 words count',
    behind: (n: number) =>
      `The latest changes are still being read: about ${n} ${plural('en', n, { one: 'second', other: 'seconds' })} behind`,
    start: 'Found in any form of a word',
    startHint:
      'Search words of subjects and conversations, numbers of tickets and certificates, tax ids, keys, mail addresses and telephones. Typing mistakes are forgiven.',
    more: 'Show more',
    noCompany: 'no company',
    keyMove: 'choose',
    keyOpen: 'open',
    keyClose: 'close',
    toDesk: (name: string) => `Go to ${name}`,
    toView: (name: string) => `Queue: ${name}`,
    theme: (name: string) => `Appearance: ${name}`,
  },
};
