import type { MailServer } from '#platform/mail/mail.ts';
import { StartRefusal } from './start-refusal.ts';

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/** `smtp://user:password@host:587` (changes to TLS) or `smtps://…:465`, and from whom; both or neither. */
export function readMail(text: string | undefined, from: string | undefined): MailServer | null {
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
  };
}
