import type { Session } from '@reglament/contract';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from './queries.ts';

/**
 * The session as it was last heard of: pages are loaded with one, and what a desk is called may change under them. Asks nothing itself.
 * @param loaded what the page was loaded with
 */
export const useKnownSession = (loaded: Session): Session =>
  useQuery({ ...sessionQuery, enabled: false }).data ?? loaded;
