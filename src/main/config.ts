import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type MailConfig, readMail } from './mail-config.ts';
import { StartRefusal } from './start-refusal.ts';

export { StartRefusal };

/** Where and for whom the web server listens. */
export interface ServingConfig {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly secureCookies: boolean;
  readonly trustProxy: string | false;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
}

/** Facts of the surroundings; how an installation was started. */
export interface Config extends ServingConfig {
  readonly dataDir: string;
  /** Another PostgreSQL than the embedded one: the owner's, and the one of the programs. */
  readonly databaseUrl: string | null;
  readonly appDatabaseUrl: string | null;
  /** Where mail is handed in; null: none is sent. */
  readonly mail: MailConfig | null;
  /** A demo may listen beyond this machine. */
  readonly openDemo: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Reads the environment by the rules of docs/operations/start.md; throws a StartRefusal. */
export function readConfig(env: Environment, openDemo = false): Config {
  const port = readPort(env['PORT']);
  const host = env['HOST'] || '127.0.0.1';
  const publicUrl = readPublicUrl(env['PUBLIC_URL'], port);
  const url = new URL(publicUrl);
  const secureCookies = !(url.protocol === 'http:' && isLoopback(url.hostname));
  if (secureCookies && url.protocol !== 'https:')
    throw new StartRefusal('public-url-not-https', { publicUrl });
  if (!isLoopback(host) && url.protocol !== 'https:') throw new StartRefusal('host-needs-https', { host });
  return {
    port,
    host,
    publicUrl,
    secureCookies,
    trustProxy: readTrustProxy(env['TRUST_PROXY']),
    tls: readTls(env['TLS_CERT'], env['TLS_KEY']),
    dataDir: resolve(env['DATA_DIR'] || 'data'),
    databaseUrl: readDatabaseUrl('DATABASE_URL', env['DATABASE_URL']),
    appDatabaseUrl: readAppDatabaseUrl(env),
    mail: readMail({
      url: env['SMTP_URL'],
      from: env['MAIL_FROM'],
      passwordFile: env['SMTP_PASSWORD_FILE'],
      caFile: env['SMTP_CA_FILE'],
    }),
    openDemo,
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 8080;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new StartRefusal('port-wrong', { port: text });
  return port;
}

function readPublicUrl(text: string | undefined, port: number): string {
  if (!text) return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search ||
    url.hash ||
    url.username
  )
    throw new StartRefusal('public-url-wrong', { publicUrl: text });
  return url.origin;
}

function readTrustProxy(text: string | undefined): string | false {
  if (!text) return false;
  const parts = text.split(',').map((part) => part.trim());
  const known = (part: string) =>
    ['loopback', 'linklocal', 'uniquelocal'].includes(part) ||
    (isIP(part.split('/', 1)[0] ?? '') !== 0 && /^[^/]+(\/\d{1,3})?$/.test(part));
  if (!parts.every(known)) throw new StartRefusal('trust-proxy-wrong', { value: text });
  return parts.join(',');
}

function readTls(certFile: string | undefined, keyFile: string | undefined): ServingConfig['tls'] {
  if (!certFile && !keyFile) return null;
  if (!certFile || !keyFile) throw new StartRefusal('tls-half');
  for (const file of [certFile, keyFile]) {
    try {
      readFileSync(file);
    } catch {
      throw new StartRefusal('tls-unreadable', { file });
    }
  }
  return { certFile: resolve(certFile), keyFile: resolve(keyFile) };
}

function readDatabaseUrl(name: string, text: string | undefined): string | null {
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text.replace('@/', '@localhost/')))
    throw new StartRefusal('database-url-wrong', { name });
  return text;
}

function readAppDatabaseUrl(env: Environment): string | null {
  const url = readDatabaseUrl('APP_DATABASE_URL', env['APP_DATABASE_URL']);
  if (url && !env['DATABASE_URL']) throw new StartRefusal('app-database-url-alone');
  return url;
}

/** A demo has known passwords: beyond this machine only when somebody says so. */
export function checkReach(config: Config, kind: 'demo' | 'real'): void {
  if (kind === 'demo' && !isLoopback(config.host) && !config.openDemo)
    throw new StartRefusal('demo-stays-here', { host: config.host });
}

export const keysFolder = (config: Config): string => join(config.dataDir, 'keys');

/** Below the data: what a restore builds. */
export const RESTORING = 'restoring';

/** The keys are moved to their place last. */
export function isRestoreUnfinished(config: Config): boolean {
  return existsSync(join(config.dataDir, RESTORING)) && !existsSync(keysFolder(config));
}
