import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { MailServer } from './mail.ts';

/** What arrived: to whom, and the letter as it was written. */
export interface Arrived {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
  readonly raw: string;
}

/** A mail server that keeps what it is given; `refuse` makes it say no to the next letters. */
export async function aMailServer() {
  const state: State = { arrived: [], refusals: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    serve(socket, state);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const config: MailServer = {
    ...{ host: '127.0.0.1', port, tls: false, user: null, password: null },
    from: 'motcua@chauthanh.example',
  };
  return {
    config,
    arrived: state.arrived,
    refuse: (times: number) => {
      state.refusals = times;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

interface State {
  readonly arrived: Arrived[];
  refusals: number;
}

function serve(socket: Socket, state: State): void {
  let to = '';
  let heard = '';
  let data = false;
  socket.write('220 fake\r\n');
  socket.on('data', (bytes) => {
    heard += bytes.toString();
    if (!heard.endsWith(data ? '\r\n.\r\n' : '\r\n')) return;
    const said = heard;
    heard = '';
    if (data) {
      state.arrived.push(read(to, said));
      data = false;
      socket.write('250 kept\r\n');
      return;
    }
    if (said.startsWith('RCPT')) to = /<([^>]*)>/.exec(said)?.[1] ?? '';
    data = said.startsWith('DATA');
    socket.write(answerTo(said, state));
  });
}

function answerTo(said: string, state: State): string {
  if (said.startsWith('MAIL') && state.refusals > 0) {
    state.refusals -= 1;
    return '451 later\r\n';
  }
  if (said.startsWith('DATA')) return '354 go on\r\n';
  return said.startsWith('QUIT') ? '221 bye\r\n' : '250-fake\r\n250 ok\r\n';
}

function read(to: string, raw: string): Arrived {
  const [head = '', body = ''] = raw.split('\r\n\r\n');
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n .*)*)`, 'm').exec(head)?.[1]?.replace(/\r\n /g, '') ?? '';
  const subject = [...header('Subject').matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)]
    .map(([, word = '']) => Buffer.from(word, 'base64').toString())
    .join('');
  const text = Buffer.from(body.replace(/\r\n\.\r\n$/, ''), 'base64').toString();
  return { to, subject, text, id: header('Message-ID'), raw };
}
