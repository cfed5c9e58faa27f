import { Notifications } from '@mantine/notifications';
import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';

/** The corner where toasts appear; nothing needs it before something was done. */
export default function Toasts() {
  return <Notifications position="bottom-left" limit={3} containerWidth={340} />;
}
