import { createServer } from 'node:net';

const listenOnce = (port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });

/** Whether a server could listen on this loopback port now. */
export const isPortFree = async (port: number): Promise<boolean> => (await listenOnce(port)) === port;

/** A loopback port that was free a moment ago, chosen by the operating system. */
export const chooseFreePort = async (): Promise<number> => {
  const port = await listenOnce(0);
  if (port === undefined) throw new Error('the operating system gave no free loopback port');
  return port;
};
