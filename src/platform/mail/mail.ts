import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Conversation } from './conversation.ts';
import { type Letter, writeLetter } from './letter.ts';

/** Where letters are handed in, and from whom they are. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps); else the conversation changes to it (STARTTLS). */
  readonly tls: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
}

export interface Mail {
  /** Handed in when it answers; throws when the server is away or refuses: send it again later. */
  send(letter: Letter): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Hands letters to a mail server. Without encryption only to this machine itself. */
export function openMail(server: MailServer, nowMs: () => number): Mail {
  return { send: (letter) => send(server, letter, nowMs()) };
}

async function send(server: MailServer, letter: Letter, nowMs: number): Promise<void> {
  const written = writeLetter(server.from, letter, nowMs);
  const sockets: Socket[] = [open(server)];
  try {
    const talk = await greet(server, sockets);
    await talk.say(`MAIL FROM:<${server.from}>`, '250');
    await talk.say(`RCPT TO:<${letter.to}>`, '25');
    await talk.say('DATA', '354');
    await talk.say(`${written}.`, '250');
    await talk.say('QUIT', '221').catch(() => []); // it is handed in already
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

const nameFor = (host: string) => (isIP(host) === 0 ? { servername: host } : {});

function open({ host, port, tls }: MailServer): Socket {
  const socket = tls ? connectTls({ host, port, ...nameFor(host) }) : connect({ host, port });
  return socket.setTimeout(PATIENCE_MS);
}

/** Until letters may be handed in: encrypted, and known. */
async function greet(server: MailServer, sockets: Socket[]): Promise<Conversation> {
  const [socket] = sockets;
  if (!socket) throw new Error('no connection');
  let talk = new Conversation(socket);
  await talk.say(null, '220');
  const offers = await talk.say('EHLO motcua', '250');
  if (!server.tls && offers.some((one) => /^250[ -]STARTTLS/i.test(one))) {
    await talk.say('STARTTLS', '220');
    talk.leave();
    const secured = connectTls({ socket, ...nameFor(server.host) }).setTimeout(PATIENCE_MS);
    sockets.push(secured);
    talk = new Conversation(secured);
    await talk.say('EHLO motcua', '250');
  } else if (!server.tls && !isLoopback(server.host)) throw new Error('the mail server offers no encryption');
  if (server.user !== null) {
    const secret = Buffer.from(`\0${server.user}\0${server.password ?? ''}`).toString('base64');
    await talk.say(`AUTH PLAIN ${secret}`, '235');
  }
  return talk;
}
