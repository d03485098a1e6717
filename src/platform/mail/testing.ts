import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { MailServer } from './mail.ts';

/** What arrived: to whom, and the letter as it was written. */
export interface Arrived {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
  readonly raw: string;
  /** Came over an encrypted connection. */
  readonly secure: boolean;
}

/** A mail server that keeps what it is given; `refuse` makes it say no to the next letters, `cut` hang up on them. */
export async function aMailServer(options: SMTPServerOptions = { disabledCommands: ['STARTTLS'] }) {
  const arrived: Arrived[] = [];
  let refusals = 0;
  let cuts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    onMailFrom: (_address, _session, done) => {
      refusals -= 1;
      done(
        refusals >= 0 ? Object.assign(new Error('later, an@chauthanh.example'), { responseCode: 451 }) : null,
      );
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      cuts -= 1;
      if (cuts >= 0) {
        for (const { _socket } of server.connections) _socket.destroy();
        stream.resume();
        return;
      }
      stream.on('data', (bytes: Buffer) => parts.push(bytes));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        arrived.push(read(to, Buffer.concat(parts).toString(), session.secure));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // who hangs up, and who does not trust us
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    config: configOf((server.server.address() as AddressInfo).port),
    arrived,
    refuse: (times: number) => {
      refusals = times;
    },
    cut: (times: number) => {
      cuts = times;
    },
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

const configOf = (port: number): MailServer => ({
  ...{ host: '127.0.0.1', port, tls: false, user: null, password: null, ca: null },
  from: 'motcua@chauthanh.example',
});

/** Takes the connection, or ends it at once, and says nothing. */
export async function aServerThatSaysNothing(how: 'silent' | 'hangs-up') {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    if (how === 'hangs-up') socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { config: configOf(port), close: () => server.close() };
}

function read(to: string, raw: string, secure: boolean): Arrived {
  const [head = '', body = ''] = raw.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n .*)*)`, 'm').exec(head)?.[1]?.replace(/\r\n /g, ' ') ?? '';
  const subject = [...header('Subject').matchAll(/=\?utf-8\?B\?([^?]*)\?=/gi)]
    .map(([, word = '']) => Buffer.from(word, 'base64').toString())
    .join('');
  const text = Buffer.from(body, 'base64').toString();
  return { to, subject, text, id: header('Message-ID'), raw, secure };
}
