let name = '';
let unread = 0;

const write = (): void => {
  document.title = unread === 0 ? name : `(${unread > 99 ? '99+' : unread}) ${name}`;
};

/** Names the browser's tab. */
export const nameTab = (next: string): void => {
  name = next;
  write();
};

/** Says in the tab's name how much is new; 0: nothing. */
export const countTab = (next: number): void => {
  unread = next;
  if (name !== '') write();
};
