// @ts-check
// Loaded before the server by the starter: when the starter is killed, the server stops in order instead of staying
// behind with the port and the database.
if (process.channel !== undefined) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
