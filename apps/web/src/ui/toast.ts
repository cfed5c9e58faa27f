/** What can still be done about it. */
export interface ToastAction {
  readonly label: string;
  readonly onClick: () => unknown;
}

export interface Toast {
  readonly id: number;
  readonly message: string;
  readonly action: ToastAction | null;
  readonly tone: 'done' | 'refused';
}

const SHOWN_MS = 3500;
/** Somebody has to read it and decide. */
const DECIDED_MS = 9000;
const AT_MOST = 2;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]): void => {
  toasts = next;
  listeners.forEach((tell) => tell());
};

export const dismissToast = (id: number): void => set(toasts.filter((one) => one.id !== id));

/** Says in a corner, for three and a half seconds, that something was done; for nine where something can be done about it, or was refused. */
export const toast = (message: string, action?: ToastAction, tone: Toast['tone'] = 'done'): void => {
  lastId += 1;
  const id = lastId;
  set([...toasts, { id, message, action: action ?? null, tone }].slice(-AT_MOST));
  window.setTimeout(() => dismissToast(id), action === undefined && tone === 'done' ? SHOWN_MS : DECIDED_MS);
};

/** For useSyncExternalStore. */
export const shownToasts = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: (): readonly Toast[] => toasts,
};
