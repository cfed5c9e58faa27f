export { usePortal, type Portal } from './portal-context.tsx';
export { portalKeys, portalQuery, type PortalOverview } from './portal-query.ts';
export { PortalScreen } from './portal-screen.tsx';
export { usePortalWords } from './use-words.ts';
