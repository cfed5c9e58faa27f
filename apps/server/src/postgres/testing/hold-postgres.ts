// A small application for the tests that kill one: starts the server, says so as a JSON line, stays.
import { startPostgres } from '../start-postgres.ts';

const [dataDir = '', graceSeconds = '1'] = process.argv.slice(2);
const said: string[] = [];

const main = async (): Promise<void> => {
  const { stop, ...running } = await startPostgres({
    dataDir,
    graceSeconds: Number(graceSeconds),
    say: (line) => said.push(line),
  });
  process.once('SIGINT', () => void stop().then(() => process.exit(0)));
  // The supervision alone keeps no process alive; an application has its listening socket for that.
  setInterval(() => undefined, 60_000);
  console.log(JSON.stringify({ ...running, said }));
};

main().catch((error: unknown) => {
  console.log(JSON.stringify({ refused: (error as Error).message, said }));
  process.exitCode = 3;
});
