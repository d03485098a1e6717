import { createTransport } from 'nodemailer';

/** Where letters are handed in, and from whom they are. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypted from the first byte (smtps); else the conversation changes to it (STARTTLS). */
  readonly tls: boolean;
  readonly user: string | null;
  readonly password: string | null;
  readonly from: string;
  /** PEM of the authority that the server's certificate is checked against; null: those of the system. */
  readonly ca: string | null;
}

/** A mail of plain text to one person. */
export interface Letter {
  /** The same letter sent again has the same id: a mailbox shows it once. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  /** Handed in when it answers; throws a `MailFailed` when the server is away or refuses: send it again later. */
  send(letter: Letter): Promise<void>;
}

/** Not handed in. Says codes only: texts of servers repeat addresses, and who signs in. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';
}

const PATIENCE_MS = 20_000;

/**
 * Hands letters to a mail server. Without encryption only to this machine itself; a certificate that cannot be trusted
 * is refused. Throws a RangeError on an address that could carry a header of its own.
 */
export function openMail(server: MailServer, nowMs: () => number, patienceMs = PATIENCE_MS): Mail {
  const { host, port, tls, user, password, from, ca } = server;
  const transport = createTransport({
    ...{ host, port, secure: tls, requireTLS: !tls && !isThisMachine(host), name: 'motcua' },
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    ...(ca === null ? {} : { tls: { ca } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ id, to, subject, text }) => {
      for (const address of [from, to, id])
        if (!isAddressable(address)) throw new RangeError('not an address of a mailbox');
      try {
        await transport.sendMail({
          envelope: { from, to },
          from: { name: 'Một Cửa', address: from },
          to: { name: '', address: to },
          ...{ subject, text, textEncoding: 'base64', date: new Date(nowMs()), xMailer: false },
          messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw failureOf(error);
      }
    },
  };
}

const isThisMachine = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

const isAddressable = (address: string) => /^[\x21\x23-\x2b\x2d-\x39\x3d\x3f-\x7e]{1,254}$/.test(address);

function failureOf(error: unknown): MailFailed {
  const { code, command, responseCode } = error as Partial<
    Record<'code' | 'command' | 'responseCode', unknown>
  >;
  if (typeof responseCode === 'number')
    return new MailFailed(`the mail server answered ${responseCode} to ${String(command)} (${String(code)})`);
  return new MailFailed(`the mail server could not be used: ${String(code)} at ${String(command)}`);
}
