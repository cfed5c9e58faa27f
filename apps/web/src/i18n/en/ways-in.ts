import type { WaysInWords } from '../ru/ways-in.ts';

export const waysIn: WaysInWords = {
  byLink: 'Sign in with a link by mail',
  byPasskey: 'Sign in with a passkey',
  noPasskey: 'The browser found no passkey for this site, or you turned away.',
  byPassword: 'Sign in with a password',
  without: {
    title: 'No account?',
    page: 'The support page without a password',
    where: 'Every letter of the support desk has the link to its support page.',
  },
  forgotten: 'Forgot your password?',
  or: 'or',
  elsewhere:
    'You are signed in, but not for this desk. Type your password, or ask for a link in a letter of this desk.',
  link: {
    title: 'Sign in with a link',
    about: 'No password needed: we send a letter with a button to sign in.',
    submit: 'Send the link',
  },
  reset: {
    title: 'A new password',
    about: 'We send a letter with a link that lets you set a new password.',
    submit: 'Send the link',
  },
  sent: {
    title: 'Check your mail',
    about: (email) =>
      `If we know ${email}, a letter is on its way. It usually takes a minute; look into “Spam” as well.`,
    until: (minutes) => `The link works once, for ${minutes} minutes.`,
    again: 'Send it again',
    other: 'Another address',
    demo: 'In the demo nobody gets mail: the link is among “Letters”, where administrators see it.',
  },
  enter: {
    page: 'Sign in with a link',
    link: 'Sign in to support',
    as: (email) => `You sign in as ${email}.`,
    submit: 'Sign in',
    reset: 'A new password',
    resetAbout: 'Every open session ends then, and you are signed in with the new password.',
    resetSubmit: 'Save and sign in',
    invitation: 'An invitation to the team',
    invited: (role) => `You are invited to work at a support desk. Role: ${role}.`,
    known: (email) => `The invitation is for the account ${email}: accept it while signed in to that.`,
    accept: 'Accept the invitation',
    signIn: {
      title: 'Sign in first',
      about: (email) =>
        `${email} has an account already. Sign in to it, and you come back here to accept the invitation.`,
      submit: 'Sign in and come back',
    },
    unproven: {
      title: 'Confirm your mailbox',
      about: (email) =>
        `This desk does not know yet that the mailbox ${email} is yours. Ask it for a link, sign in with that, and open the letter with the invitation again.`,
      submit: 'Ask for a link',
    },
    name: 'Your name',
    nameMissing: 'Say what you are called',
    password: 'New password',
    passwordHint: 'At least 8 characters. A long phrase is better than a complicated word.',
    passwordShort: 'At least 8 characters are needed',
    failed: 'The link could not be checked',
  },
  over: {
    title: 'The link does not work any more',
    about: 'It works once and not for long. Ask for a new one: it takes a minute.',
    submit: 'Ask for a new link',
  },
  roles: {
    dispatcher: 'dispatcher',
    engineer: 'engineer',
    lead: 'lead',
    administrator: 'administrator',
    sales: 'sales',
  },
};
