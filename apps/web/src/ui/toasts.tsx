import { Notifications } from '@mantine/notifications';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';

/** Where toasts appear; nothing needs it before something was done. */
export default function Toasts() {
  return <Notifications position="bottom-left" limit={2} containerWidth={216} />;
}
