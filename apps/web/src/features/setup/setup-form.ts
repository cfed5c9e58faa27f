import type { BodyOf, endpoints } from '@reglament/contract';

/** What is typed on the way to the first desk. */
export interface SetupForm {
  /** The desk is for somebody new, though somebody is signed in. */
  readonly isNewcomer: boolean;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly deskName: string;
  readonly slug: string;
  readonly address: string;
  /** Slug of a shipped regulation; `own`: the file. */
  readonly regulation: string;
  readonly source: string | null;
}

export const emptySetup: SetupForm = {
  isNewcomer: false,
  name: '',
  email: '',
  password: '',
  deskName: '',
  slug: 'support',
  address: '',
  regulation: '',
  source: null,
};

export const STEPS = ['person', 'desk', 'regulation'] as const;
export type Step = (typeof STEPS)[number];

type Field = keyof SetupForm;

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;

/**
 * Fields of a step that can't stay as they are.
 * @param isMine the desk is to be whoever's who is signed in
 */
export const faultsOf = (step: Step, form: SetupForm, isMine = false): readonly Field[] => {
  const faults: Readonly<Record<Step, readonly (readonly [Field, boolean])[]>> = {
    person: isMine
      ? []
      : [
          ['name', form.name.trim() === ''],
          ['email', !isEmail(form.email)],
          ['password', form.password.length < 8],
        ],
    desk: [
      ['slug', !SLUG.test(form.slug)],
      ['address', !isEmail(form.address)],
    ],
    regulation: [
      ['regulation', form.regulation === ''],
      ['source', form.regulation === 'own' && form.source === null],
    ],
  };
  return faults[step].filter(([, isWrong]) => isWrong).map(([field]) => field);
};

/** As the server is asked. */
export const setupBody = (
  token: string,
  form: SetupForm,
  isMine = false,
): BodyOf<typeof endpoints.setUpFirst> => ({
  token,
  person: isMine
    ? null
    : { name: form.name.trim(), email: form.email.trim().toLowerCase(), password: form.password },
  desk: {
    slug: form.slug,
    address: form.address.trim().toLowerCase(),
    name: { ru: form.deskName.trim(), en: form.deskName.trim() },
  },
  regulation:
    form.regulation === 'own'
      ? { kind: 'own', source: form.source ?? '' }
      : { kind: 'shipped', slug: form.regulation },
});

/** The step where a field of the server's answer stands. */
export const stepOfPointer = (pointer: string): Step | null => {
  const part = pointer.split('/')[1];
  return STEPS.find((step) => step === part) ?? null;
};
