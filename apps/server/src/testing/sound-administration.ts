/** Bodies that administration takes: id of the endpoint, address, body. */
export const soundAdministration: readonly (readonly [string, string, object])[] = [
  ['lookAtSetup', '/api/setup/look', { token: 'x' }],
  ['checkFirstText', '/api/setup/regulation', { token: 'x', source: 'x' }],
  [
    'setUpFirst',
    '/api/setup',
    {
      token: 'x',
      person: { name: 'x', email: 'x@first.example', password: 'long enough 1' },
      desk: { slug: 'first', address: 'support@first.example', name: { ru: '', en: '' } },
      regulation: { kind: 'shipped', slug: 'flat' },
    },
  ],
  ['changeDesk', '/api/desks/centaur', { name: { ru: 'x', en: 'x' } }],
  ['changeMailbox', '/api/desks/centaur/mailbox', { imap: null, smtp: null, trustedAuthserv: null }],
  ['testMailbox', '/api/desks/centaur/mailbox/test', { imap: null, smtp: null }],
  ['retryMailbox', '/api/desks/centaur/mailbox/retry', {}],
  ['checkEdition', '/api/desks/centaur/regulation/check', { source: 'x' }],
  ['giveEdition', '/api/desks/centaur/regulation/editions', { source: 'x' }],
];
