import { createTheme, type MantineColorsTuple } from '@mantine/core';

// Contrast with white at shade 6: 6.9. Mantine's own blue has 3.6 and fails AA.
const ink: MantineColorsTuple = [
  '#f1f3fd',
  '#e0e5fa',
  '#c3ccf5',
  '#9dabee',
  '#7c8de6',
  '#5d71da',
  '#3b50b8',
  '#3244a0',
  '#293883',
  '#1f2b66',
];
const gray: MantineColorsTuple = [
  '#f7f7f9',
  '#f0f1f4',
  '#e6e7ec',
  '#d8dae1',
  '#c0c3cd',
  '#8d919e',
  '#5f6472',
  '#494d59',
  '#30333d',
  '#1b1d24',
];
const dark: MantineColorsTuple = [
  '#e6e7ec',
  '#c5c7d0',
  '#a0a3af',
  '#6f7380',
  '#3c3f4a',
  '#2d3039',
  '#22242c',
  '#17191f',
  '#121419',
  '#0c0d11',
];

const SMALL = '0.75rem';

/** Sizes, colours and defaults of the product. Raw colours live here and in tokens.css only. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 6 },
  colors: { ink, gray, dark },
  fontFamily: "'Inter Variable', Inter, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'JetBrains Mono', Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: SMALL, sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.4', xl: '1.3' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 560 } },
      // Controls are 32 px high: a list of tickets is dense, a thumb gets the row around them.
      vars: (_: unknown, props: { readonly size?: unknown }) =>
        props.size === 'sm'
          ? { root: { '--button-height': '32px', '--button-padding-x': '12px', '--button-fz': '0.8125rem' } }
          : { root: {} },
    },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: {
        label: { marginBottom: 4, fontWeight: 540 },
        description: { marginTop: 4, fontSize: SMALL },
        error: { marginTop: 4, fontSize: SMALL },
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: {
      defaultProps: {
        openDelay: 350,
        withArrow: false,
        multiline: true,
        maw: 340,
        transitionProps: { duration: 80 },
      },
    },
    Modal: { defaultProps: { centered: false, radius: 'lg', transitionProps: { duration: 120 } } },
    // Inside its landmark, and without the empty focusable box that a menu may not contain.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        shadow: 'md',
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
  },
});
