import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter that the sink accepted. */
export interface SunkLetter {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A real SMTP server that keeps what it gets, and what was said to it word for word. */
export interface SmtpSink {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly letters: readonly SunkLetter[];
  /** Commands of all clients in order, without the letters themselves. */
  readonly commands: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const listen = async (server: Pick<Server, 'listen' | 'address'>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
};

// What comes between DATA and the dot is the letter: a line "DATA" in there is no command.
const LETTER = /(^|\r\n)DATA\r\n[\s\S]*?\r\n\.\r\n/g;

/** Starts a sink; `changes` make it refuse. */
export const startSmtpSink = async (changes: SMTPServerOptions = {}): Promise<SmtpSink> => {
  const letters: SunkLetter[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks),
        });
        done();
      });
    },
    ...changes,
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  const smtpPort = (smtp.server.address() as AddressInfo).port;

  const said: Buffer[] = [];
  const sockets = new Set<Socket>();
  const recorder = createServer((client) => {
    const server = connect(smtpPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk: Buffer) => said.push(chunk));
    client.pipe(server).pipe(client);
  });
  const port = await listen(recorder);
  return {
    host: '127.0.0.1',
    port,
    letters,
    commands: () =>
      Buffer.concat(said)
        .toString('latin1')
        .replace(LETTER, '$1DATA\r\n')
        .split('\r\n')
        .filter((line) => line !== ''),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => recorder.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
};
