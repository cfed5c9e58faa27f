import { plural } from '../plural.ts';
import type { SetupWords } from '../ru/setup.ts';

export const setup: SetupWords = {
  title: 'First start',
  titleAnother: 'A new desk',
  besides: 'A new desk beside those that are there',
  steps: { person: 'You', desk: 'Desk', regulation: 'Regulation' },
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  next: 'Next',
  back: 'Back',
  open: 'Open the desk',
  checking: 'Checking the address…',
  overTitle: 'This address leads nowhere any more',
  overHint: 'It works once and for three days. Restart the server: it prints a new one.',
  anotherDesk: 'Where desks are already, another one is added by',
  toSignIn: 'To sign-in',
  person: {
    about: 'You become the administrator: you can invite colleagues and set up the desk.',
    name: 'Full name',
    email: 'Your e-mail',
    password: 'Password',
    passwordHint: 'At least 8 characters',
    nameMissing: 'Enter a name',
    emailMissing: 'Enter an e-mail address',
    emailBroken: 'An address looks like this: anna@sample.example',
    passwordShort: 'At least 8 characters are needed',
  },
  owner: {
    step: 'Person',
    about:
      'The desk will have a regulation, a mailbox and people of its own. Its administrator may work at others too.',
    aboutNew: 'You become the administrator of the new desk. The password will be good there alone.',
    whose: 'Who will be the administrator',
    me: (name) => `Me, ${name}`,
    somebodyNew: 'Somebody new',
    somebodyNewHint: 'Works at no desk yet',
    haveAccount: 'Do you work at another desk already?',
    signIn: 'Sign in beside this page and come back',
    narrow:
      'You are signed in for some desks only: by a letter, or with a password that a letter set. That opens no new desk in your name; name somebody else.',
  },
  desk: {
    about: 'A support desk is tickets, rules and people of one product. Other desks can be added later.',
    aboutAnother: 'Desks don’t see each other’s tickets, customers or letters.',
    name: 'Name',
    nameHint: 'How the desk signs its letters. It can stay what the regulation says',
    slug: 'Name in addresses',
    slugHint: (slug: string) => `The desk’s page: /d/${slug}. It can’t be changed later`,
    slugBroken: 'Small Latin letters, digits and hyphens, up to 40',
    address: 'Mail of the desk',
    addressHint: 'Customers will write here. The mailbox itself is connected later',
  },
  regulation: {
    about:
      'The desk counts deadlines by this text. Begin with a ready one and change it, or upload your own.',
    own: 'Your own file',
    ownHint: 'YAML in the language of regulations',
    choose: 'Choose a file',
    chooseAnother: 'Choose another file',
    tooLarge: 'The file is over 600 kB: that is no regulation',
    sound: (name: string, edition: string) => `${name}, edition ${edition}: no errors`,
    blocked: (n: number) =>
      `${n} ${plural('en', n, { one: 'error stands', other: 'errors stand' })} in the way`,
    line: (n: number) => `line ${n}`,
    missing: 'Choose a file',
  },
  welcome: {
    title: 'The desk is open',
    about: 'A little is left. Each step can be done now or later: the page stays in “Administration”.',
    progress: (done: number, of: number) => `${done} of ${of} done`,
    done: 'done',
    items: {
      desk: {
        name: 'The desk and its regulation',
        about: 'You can look at what it says',
        go: 'Open the regulation',
      },
      mailbox: {
        name: 'Mailbox',
        about: 'So that letters become tickets and answers reach customers',
        go: 'Connect a mailbox',
      },
      people: { name: 'Colleagues', about: 'Invite engineers, a dispatcher, a lead', go: 'Invite' },
      companies: {
        name: 'Companies',
        about: 'Add customers one by one or load a table',
        go: 'To the companies',
      },
      ticket: {
        name: 'The first ticket',
        about: 'Register a request and see which deadlines the regulation counts',
        go: 'New ticket',
      },
    },
    toQueue: 'To the tickets',
  },
};
