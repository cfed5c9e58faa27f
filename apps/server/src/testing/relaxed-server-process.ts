// The server on a database that may lose what it acknowledged: only for the controls of the loss tests, which must see
// that loss. The product itself refuses such a database.
import { readConfig } from '../config.ts';
import { startServer } from '../start-server.ts';

const config = await readConfig(process.env);
await startServer({ ...config, relaxedDatabase: true }, { say: () => undefined, onError: () => undefined });
