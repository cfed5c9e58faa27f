import type { WaysInWords } from '../ru/ways-in.ts';

export const waysIn: WaysInWords = {
  byLink: 'Sign in with a link by mail',
  byPassword: 'Sign in with a password',
  forgotten: 'Forgot your password?',
  or: 'or',
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
    known: (email) => `You have an account already, ${email}: sign in to it as usual afterwards.`,
    accept: 'Accept the invitation',
    accepted: 'The invitation is accepted. Sign in to begin.',
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
