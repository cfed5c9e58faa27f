import { inject } from 'vitest';
import { open, type Opened } from '../open.ts';
import { createTestDatabase } from './postgres-cluster.ts';
import { TEST_SECRET_KEY } from './test-secret-key.ts';

/** Everything below the HTTP side on a database of its own, without the jobs: nothing happens by itself. */
export const openTestStore = async (): Promise<Opened> => {
  const database = await createTestDatabase(inject('adminUrl'), inject('template'));
  const fail = (error: unknown): never => {
    throw error;
  };
  const opened = await open(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir: '',
      secretKey: TEST_SECRET_KEY,
      databaseUrl: database.url,
      baseUrl: 'http://127.0.0.1',
      demo: false,
      trustProxy: false,
      mail: {},
      relaxedDatabase: true,
    },
    { say: () => undefined, onError: fail },
  );
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await database.drop();
    },
  };
};
