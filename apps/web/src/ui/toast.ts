export interface Toast {
  readonly id: number;
  readonly message: string;
}

const SHOWN_MS = 3500;
const AT_MOST = 2;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]): void => {
  toasts = next;
  listeners.forEach((tell) => tell());
};

export const dismissToast = (id: number): void => set(toasts.filter((one) => one.id !== id));

/** Says in a corner, for three and a half seconds, that something was done. */
export const toast = (message: string): void => {
  lastId += 1;
  const id = lastId;
  set([...toasts, { id, message }].slice(-AT_MOST));
  window.setTimeout(() => dismissToast(id), SHOWN_MS);
};

/** For useSyncExternalStore. */
export const shownToasts = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: (): readonly Toast[] => toasts,
};
