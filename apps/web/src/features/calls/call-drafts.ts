import { useMemo, useSyncExternalStore } from 'react';
import { useDesk } from '../../desk/desk-context.tsx';
import { emptyForm, type RegistrationForm } from '../register/index.ts';

/** A call that is being talked, or has just been written down. */
export interface CallDraft {
  readonly callId: string;
  /** When the card was opened, by this computer's clock. */
  readonly openedAt: number;
  /** The caller hides their number. */
  readonly isWithheld: boolean;
  /** Whom the desk knows; null: somebody new. */
  readonly contactId: string | null;
  /** Somebody new although the number is known. */
  readonly isSomeoneElse: boolean;
  readonly wantsCallback: boolean;
  readonly callbackPhone: string;
  /** The missed call that is being answered; null, and absent in cards of earlier days: none. */
  readonly missedCallId?: string | null;
  readonly form: RegistrationForm;
  /** What became of it; null: nothing yet. */
  readonly done: { readonly number: number; readonly isNew: boolean } | null;
}

interface Kept {
  readonly drafts: readonly CallDraft[];
  readonly current: string | null;
}

const nothing: Kept = { drafts: [], current: null };
const keptOf = new Map<string, Kept>();
const listeners = new Set<() => void>();

const read = (key: string): Kept => {
  const known = keptOf.get(key);
  if (known !== undefined) return known;
  let kept = nothing;
  try {
    const { drafts, current } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>;
    if (Array.isArray(drafts)) kept = { drafts, current: current ?? null };
  } catch {
    // What can't be read is as if it were not there.
  }
  keptOf.set(key, kept);
  return kept;
};

const write = (key: string, kept: Kept): void => {
  keptOf.set(key, kept);
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Without room the cards live as long as the page.
  }
  listeners.forEach((tell) => tell());
};

const subscribe = (listener: () => void): (() => void) => {
  // Another tab of the same person: the same calls.
  const handleStorage = ({ key }: StorageEvent) => {
    if (key !== null) keptOf.delete(key);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', handleStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', handleStorage);
  };
};

const freshDraft = (phone: string, missedCallId: string | null): CallDraft => ({
  callId: crypto.randomUUID(),
  openedAt: Date.now(),
  isWithheld: false,
  contactId: null,
  isSomeoneElse: false,
  wantsCallback: false,
  callbackPhone: '',
  missedCallId,
  form: { ...emptyForm, phone },
  done: null,
});

const isUntouched = ({ isWithheld, contactId, form, done }: CallDraft): boolean =>
  done === null &&
  !isWithheld &&
  contactId === null &&
  [form.phone, form.name, form.subject, form.text].every((typed) => typed === '') &&
  form.companyId === null;

const actionsOn = (key: string) => ({
  /** A new card, in front; one that nobody has touched is as good. */
  open: (phone = '', missedCallId: string | null = null): void => {
    const { drafts } = read(key);
    const idle = drafts.find(isUntouched);
    const fresh = freshDraft(phone, missedCallId);
    write(key, {
      drafts: [...drafts.filter((one) => one !== idle && one.done === null), fresh],
      current: fresh.callId,
    });
  },
  choose: (callId: string): void => write(key, { ...read(key), current: callId }),
  change: (callId: string, part: Partial<CallDraft>): void => {
    const { drafts, current } = read(key);
    write(key, { current, drafts: drafts.map((one) => (one.callId === callId ? { ...one, ...part } : one)) });
  },
  changeForm: (callId: string, part: Partial<RegistrationForm>): void => {
    const { drafts, current } = read(key);
    write(key, {
      current,
      drafts: drafts.map((one) => (one.callId === callId ? { ...one, form: { ...one.form, ...part } } : one)),
    });
  },
  close: (callId: string): void => {
    const left = read(key).drafts.filter((one) => one.callId !== callId);
    write(key, { drafts: left, current: left.at(-1)?.callId ?? null });
  },
  /** Brings one back as it was. */
  restore: (draft: CallDraft): void =>
    write(key, { drafts: [...read(key).drafts, draft], current: draft.callId }),
});

export type CallActions = ReturnType<typeof actionsOn>;

/** The calls of this person at this desk, kept in this browser until each is written down or closed. */
export const useCallDrafts = (): Kept & { readonly actions: CallActions } => {
  const { slug, session } = useDesk();
  const key = `reglament.calls.${session.person.personId}.${slug}`;
  const kept = useSyncExternalStore(subscribe, () => read(key));
  const actions = useMemo(() => actionsOn(key), [key]);
  return { ...kept, actions };
};
