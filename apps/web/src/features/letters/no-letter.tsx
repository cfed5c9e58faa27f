import { IconMailOpened } from '@tabler/icons-react';
import { useI18n } from '../../i18n/i18n.tsx';
import { ScreenState } from '../../ui/screen-state.tsx';

export function NoLetter() {
  const { m } = useI18n();
  return <ScreenState icon={IconMailOpened} title={m.letters.choose} />;
}
