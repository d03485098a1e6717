import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MailServer } from '#platform/mail/mail.ts';
import { StartRefusal } from './start-refusal.ts';

/** As it was set; what is secret may lie in a file of its own and is read where letters are handed in. */
export interface MailConfig extends Omit<MailServer, 'ca'> {
  readonly passwordFile: string | null;
  readonly caFile: string | null;
}

interface MailEnvironment {
  /** `smtp://user:password@host:587` (changes to TLS) or `smtps://…:465`. */
  readonly url: string | undefined;
  readonly from: string | undefined;
  readonly passwordFile: string | undefined;
  readonly caFile: string | undefined;
}

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** Where mail is handed in and from whom; both or neither. Throws a StartRefusal. */
export function readMail({ url: text, from, passwordFile, caFile }: MailEnvironment): MailConfig | null {
  if (!text && !from) return null;
  if (!text || !from) throw new StartRefusal('mail-half');
  const url = URL.canParse(text) ? new URL(text) : null;
  const port = url && PORTS[url.protocol];
  if (!url?.hostname || !port || (url.pathname !== '' && url.pathname !== '/') || url.search)
    throw new StartRefusal('smtp-url-wrong');
  if (!/^[\w.+-]+@[\w.-]+$/.test(from)) throw new StartRefusal('mail-from-wrong', { from });
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || port,
    tls: url.protocol === 'smtps:',
    user: url.username ? decodeURIComponent(url.username) : null,
    password: url.password ? decodeURIComponent(url.password) : null,
    from,
    passwordFile: readableFile(passwordFile),
    caFile: readableFile(caFile),
  };
}

/** With what lies in files. */
export function mailServerOf({ passwordFile, caFile, ...config }: MailConfig): MailServer {
  return {
    ...config,
    ...(passwordFile === null ? {} : { password: readFileSync(passwordFile, 'utf8').trimEnd() }),
    ca: caFile === null ? null : readFileSync(caFile, 'utf8'),
  };
}

function readableFile(file: string | undefined): string | null {
  if (!file) return null;
  try {
    readFileSync(file);
  } catch {
    throw new StartRefusal('mail-file-unreadable', { file });
  }
  return resolve(file);
}
