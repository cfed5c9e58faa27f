import type { MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun, type Icon } from '@tabler/icons-react';

export const shapeOfScheme: Readonly<Record<MantineColorScheme, Icon>> = {
  auto: IconDeviceDesktop,
  light: IconSun,
  dark: IconMoon,
};
