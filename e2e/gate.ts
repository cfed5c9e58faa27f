import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A door on the way to the database: shut, it is away as after a crash; open again, it is back under the same address. */
export interface Gate {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));

export const startGate = async (databaseUrl: string): Promise<Gate> => {
  const behind = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(Number(behind.port), behind.hostname);
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        target.destroy();
      });
    }
    client.pipe(target).pipe(client);
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    shut: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
    open: () => listen(server, port),
  };
};
