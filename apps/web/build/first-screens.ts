/** A screen that people begin with. */
export interface FirstScreen {
  readonly name: string;
  /** What is imported on the way to it beside the entry: modules of apps/web, said from its folder. */
  readonly opens: readonly string[];
}

const words = (...catalogues: readonly string[]): readonly string[] =>
  catalogues.map((catalogue) => `src/i18n/ru/${catalogue}.ts`);

const workspace = ['src/features/workspace/workspace-page.tsx', 'src/i18n/ru-first.ts'];

/** What decides how modules are put into files. What the files of each may weigh: scripts/first-screens.test.ts. */
export const firstScreens: readonly FirstScreen[] = [
  { name: 'sign-in', opens: ['src/features/sign-in/sign-in-page.tsx', ...words('shell', 'ways-in')] },
  {
    name: 'portal',
    opens: [
      'src/features/portal/portal-page.tsx',
      'src/features/portal-tickets/tickets-page.tsx',
      ...words('shell', 'portal', 'portal-tickets'),
    ],
  },
  { name: 'queue', opens: [...workspace, 'src/features/queue/queue-page.tsx'] },
  { name: 'ticket', opens: [...workspace, 'src/i18n/ru.ts', 'src/features/ticket/ticket-page.tsx'] },
];
