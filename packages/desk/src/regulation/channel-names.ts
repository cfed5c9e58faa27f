import type { ChannelId, Text } from './regulation.ts';

/** How people call the ways in which a request arrives. */
export const channelNames: Readonly<Record<ChannelId, Text>> = {
  email: { ru: 'электронная почта', en: 'e-mail' },
  phone: { ru: 'телефон', en: 'telephone' },
  portal: { ru: 'портал поддержки', en: 'support portal' },
  'web-form': { ru: 'веб-форма', en: 'web form' },
  messenger: { ru: 'мессенджер', en: 'messenger' },
  social: { ru: 'социальные сети', en: 'social networks' },
};
