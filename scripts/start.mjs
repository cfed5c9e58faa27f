// @ts-check
// npm start: from a fresh clone to a running server, with Node.js and npm only. Installs packages and builds the web
// application when they are missing or out of step with their sources, then runs the server. A warm start checks two
// hashes and goes on.
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const needed = [20, 19];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Reglament needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install a newer one from nodejs.org or from your system, then run npm start again.',
  );
  process.exit(1);
}

// Imported only now, and nothing newer than this is written above: an old Node.js must get as far as the message.
import('./tools/start-up.mjs')
  .then(({ startUp }) => startUp(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2)))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
