import { notifications } from '@mantine/notifications';

/** Says in a corner that something was done. */
export const toast = (message: string): void => {
  notifications.show({ message, autoClose: 3000, withBorder: true, color: 'ink' });
};
