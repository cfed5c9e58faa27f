import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface TcpGate {
  readonly port: number;
  /** Lets bytes through; ends every connection and refuses new ones; takes connections and says nothing. */
  readonly set: (state: 'open' | 'refusing' | 'silent') => void;
  readonly stop: () => Promise<void>;
}

/** A way to a server that can be shut: how a database goes away without its being stopped for others. */
export const startTcpGate = async (host: string, port: number): Promise<TcpGate> => {
  let state: 'open' | 'refusing' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const end = (socket: Socket): void => {
    socket.destroy();
    sockets.delete(socket);
  };
  const server = createServer((near) => {
    if (state === 'refusing') return void near.destroy();
    const far = connect(port, host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('data', (part) => state === 'open' && other.write(part));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        end(socket);
        // A silent network does not say that the other side is gone.
        if (state !== 'silent') end(other);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      if (next !== 'silent') for (const socket of sockets) end(socket);
      state = next;
    },
    stop: async () => {
      for (const socket of sockets) end(socket);
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
