import { BadSetting, type Config, readConfig } from './config.ts';
import type { Opened } from './open.ts';
import { startServer } from './start-server.ts';
import { setUpDemo } from './set-up-demo.ts';
import { newSetupToken, SETUP_HOURS } from './use-cases/set-up-first.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const onError = (error: unknown): void => {
  process.stderr.write(
    `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
};

const greet = (url: string, baseUrl: string, opened: Opened): void => {
  say('');
  say(`Reglament is ready: ${url}`);
  if (baseUrl !== url) say(`  links in letters start with ${baseUrl}`);
  for (const desk of opened.desks) {
    say(`  ${desk.name.ru} (${desk.slug}): ${url}/d/${desk.slug}   ${desk.mailAddress}`);
    say(`    customers: ${url}/p/${desk.slug}   without an account: ${url}/c/${desk.slug}`);
  }
};

/** An address that leads the first administrator to the first desk, or somebody to another one if that was asked for. */
const leadIn = async (config: Config, url: string, opened: Opened): Promise<void> => {
  if (config.empty === true && !opened.byHand) say('There are desks here already: --empty changes nothing.');
  const isFirst = opened.byHand && opened.desks.length === 0;
  if (!isFirst && config.addDesk !== true) return;
  const base = config.port === 0 ? url : config.baseUrl;
  const what = isFirst ? 'No desk is here yet.' : 'A desk can be added.';
  say('');
  say(`${what} Open this address within ${SETUP_HOURS} hours; it works once:`);
  say(`  ${base}/setup#${await newSetupToken(opened.context, isFirst ? 'first' : 'another')}`);
  say('');
};

const run = async (): Promise<void> => {
  const config = await readConfig(process.env, process.argv.slice(2));
  const server = await startServer(config, { say, onError }, (opened) =>
    config.demo && !opened.byHand ? setUpDemo(opened, config.baseUrl, say) : Promise.resolve(),
  );
  greet(server.url, config.baseUrl, server.opened);
  await leadIn(config, server.url, server.opened);
  say('Stop with Ctrl-C.');
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        onError(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

run().catch((error: unknown) => {
  // What a person can mend is said in a sentence, without a stack.
  if (
    error instanceof BadSetting ||
    (error instanceof Error &&
      ['DataDirectoryHeld', 'UnfitServer', 'BadRegulation', 'BadCalendar'].includes(error.constructor.name))
  )
    say(error.message);
  else onError(error);
  process.exit(1);
});
