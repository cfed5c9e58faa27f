export { usePortal, type Portal } from './portal-context.tsx';
export { portalKeys, type PortalOverview } from './portal-query.ts';
export { PortalScreen } from './portal-screen.tsx';
