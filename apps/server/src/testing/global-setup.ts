import type { TestProject } from 'vitest/node';
import { migrate } from '../store/migrate.ts';
import { createTestTemplate, startTestCluster } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the run's throw-away PostgreSQL. */
    readonly adminUrl: string;
    /** Name of the migrated database that each test file clones. */
    readonly template: string;
  }
}

/** One PostgreSQL for the whole run, one migrated template; each file clones its own database. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startTestCluster();
  project.provide('adminUrl', cluster.adminUrl);
  project.provide(
    'template',
    await createTestTemplate(
      cluster.adminUrl,
      'reglament_template',
      async (url) => void (await migrate(url)),
    ),
  );
  return cluster.stop;
};
