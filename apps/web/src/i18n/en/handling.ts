import type { handling as ru } from '../ru/handling.ts';

export const handling: typeof ru = {
  decline: {
    ground: 'Why it is declined',
    groundMissing: 'Choose the reason',
    search: 'Find a reason',
    nothing: 'No such reason. Shorten the search',
    judge: (facts) => `Check for yourself: ${facts}.`,
    instead: (what) => `The customer is offered: ${what}`,
    text: 'Message to the customer',
    textHint: 'The rule and how to object are added to the letter',
    textMissing: 'Write to the customer',
    send: 'Decline',
  },
  handOver: {
    line: 'Hand over to',
    lineMissing: 'Choose a line',
    needs: 'Given along with the ticket',
    needsMissing: 'The next line needs all of this list',
    text: 'What was done and what is left',
    textHint: 'Only staff see this. The ticket goes to the queue of that line, with nobody assigned',
    send: 'Hand over',
  },
  merge: {
    about: {
      'of-the-kept':
        'This ticket closes, the other one goes on, by its own deadlines. The customer gets a letter; their answers go there.',
      'due-first':
        'This ticket closes, the other one goes on. A deadline that is earlier here moves there. The customer gets a letter; their answers go there.',
    },
    into: 'Number of the ticket that goes on',
    intoHint: 'An open ticket of the same person',
    numberMissing: 'Give the number of a ticket',
    itself: 'This is the number of this very ticket',
    send: 'Merge',
    done: (n: number) => `Merged into ticket No. ${n}`,
  },
  split: {
    about: {
      own: 'The second problem becomes a ticket of its own, with its number and deadlines from now on. The customer gets a letter.',
      inherited:
        'The second problem becomes a ticket of its own; its deadlines count from the receipt of this one. The customer gets a letter.',
    },
    text: 'The second problem',
    textMissing: 'Describe the second problem',
    send: 'Split off',
    done: (n) => `Ticket ${n} is split off`,
  },
  answer: {
    outcome: 'What it turned out to be',
    means: 'Answered',
    notNamed: 'Not named',
    meansName: {
      email: 'By letter',
      phone: 'By phone',
      'remote-session': 'In a remote session',
      visit: 'On site',
      other: 'By other means',
    },
    checklist: 'What is asked for',
    checklistHint: 'What is ticked goes into the letter as a list',
  },
  ended: {
    line: 'Line',
    outcome: 'Outcome',
    declined: (what) => `Declined: ${what}`,
    instead: 'Instead',
  },
};
