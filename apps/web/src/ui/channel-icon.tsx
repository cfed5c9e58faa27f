import type { QueueTicket } from '@reglament/contract';
import {
  IconAt,
  IconBrowser,
  IconForms,
  IconMail,
  IconMessage2,
  IconPhone,
  type Icon,
} from '@tabler/icons-react';
import { Hint } from './hint.tsx';
import { useI18n } from '../i18n/i18n.tsx';

const icons: Readonly<Record<QueueTicket['channel'], Icon>> = {
  email: IconMail,
  phone: IconPhone,
  portal: IconBrowser,
  'web-form': IconForms,
  messenger: IconMessage2,
  social: IconAt,
};

export function ChannelIcon({ channel }: { readonly channel: QueueTicket['channel'] }) {
  const { m } = useI18n();
  const Shape = icons[channel];
  return (
    <Hint label={m.channel[channel]}>
      <Shape size={15} stroke={1.7} role="img" aria-label={m.channel[channel]} />
    </Hint>
  );
}
