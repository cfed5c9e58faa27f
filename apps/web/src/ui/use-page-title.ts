import { useEffect } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { nameTab } from './tab-title.ts';

/** Names the browser's tab. */
export const usePageTitle = (title: string): void => {
  const { m } = useI18n();
  useEffect(() => {
    nameTab(`${title} · ${m.product.name}`);
  }, [title, m]);
};
