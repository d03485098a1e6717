import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Config, checkReach, readConfig, StartRefusal } from './config.ts';
import { mailServerOf } from './mail-config.ts';

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StartRefusal) return error.key;
    throw error;
  }
  return 'accepted';
}

describe('address of an installation', () => {
  it.each<[Record<string, string>, Partial<Config>]>([
    [{}, { port: 8080, host: '127.0.0.1', publicUrl: 'http://localhost:8080', secureCookies: false }],
    [{ PORT: '9001' }, { port: 9001, publicUrl: 'http://localhost:9001' }],
    [
      { PUBLIC_URL: 'https://motcua.example.vn/' },
      { publicUrl: 'https://motcua.example.vn', secureCookies: true },
    ],
    [{ PUBLIC_URL: 'http://127.0.0.1:80' }, { publicUrl: 'http://127.0.0.1', secureCookies: false }],
    [
      { HOST: '0.0.0.0', PUBLIC_URL: 'https://a.vn' },
      { host: '0.0.0.0', secureCookies: true },
    ],
    [{ HOST: '::1' }, { host: '::1', secureCookies: false }],
    [{ TRUST_PROXY: 'loopback, 10.0.0.0/8' }, { trustProxy: 'loopback,10.0.0.0/8' }],
    [{ DATABASE_URL: 'postgres://a:b@h/d' }, { databaseUrl: 'postgres://a:b@h/d', appDatabaseUrl: null }],
    [{ DATABASE_URL: 'postgresql://a@/d?host=%2Ftmp' }, { databaseUrl: 'postgresql://a@/d?host=%2Ftmp' }],
    [{}, { mail: null }],
    [
      { SMTP_URL: 'smtp://a%40b:m%C3%A2t@mail.vn', MAIL_FROM: 'motcua@a.vn' },
      {
        mail: {
          host: 'mail.vn',
          port: 587,
          tls: false,
          user: 'a@b',
          password: 'mât',
          from: 'motcua@a.vn',
          passwordFile: null,
          caFile: null,
        },
      },
    ],
    [
      { SMTP_URL: 'smtps://mail.vn:4650', MAIL_FROM: 'motcua@a.vn' },
      {
        mail: {
          host: 'mail.vn',
          port: 4650,
          tls: true,
          user: null,
          password: null,
          from: 'motcua@a.vn',
          passwordFile: null,
          caFile: null,
        },
      },
    ],
  ])('%j', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  it.each([
    [{ PORT: 'http' }, 'port-wrong'],
    [{ PORT: '0' }, 'port-wrong'],
    [{ PORT: '70000' }, 'port-wrong'],
    [{ PORT: '-1' }, 'port-wrong'],
    [{ PUBLIC_URL: 'motcua.vn' }, 'public-url-wrong'],
    [{ PUBLIC_URL: 'ftp://motcua.vn' }, 'public-url-wrong'],
    [{ PUBLIC_URL: 'https://motcua.vn/sub' }, 'public-url-wrong'],
    [{ PUBLIC_URL: 'https://u:p@motcua.vn' }, 'public-url-wrong'],
    [{ PUBLIC_URL: 'http://motcua.vn' }, 'public-url-not-https'],
    [{ HOST: '0.0.0.0' }, 'host-needs-https'],
    [{ HOST: '192.168.1.5', PUBLIC_URL: 'http://localhost:8080' }, 'host-needs-https'],
    [{ HOST: 'localhost.evil.example' }, 'host-needs-https'],
    [{ TLS_CERT: '/nowhere.pem' }, 'tls-half'],
    [{ TLS_CERT: '/nowhere.pem', TLS_KEY: '/nowhere.key' }, 'tls-unreadable'],
    [{ TRUST_PROXY: 'everybody' }, 'trust-proxy-wrong'],
    [{ TRUST_PROXY: 'true' }, 'trust-proxy-wrong'],
    [{ DATABASE_URL: 'mysql://x' }, 'database-url-wrong'],
    [{ DATABASE_URL: 'nonsense' }, 'database-url-wrong'],
    [{ APP_DATABASE_URL: 'postgres://a@h/d' }, 'app-database-url-alone'],
    [{ SMTP_URL: 'smtp://mail.vn' }, 'mail-half'],
    [{ MAIL_FROM: 'motcua@a.vn' }, 'mail-half'],
    [{ SMTP_URL: 'http://mail.vn', MAIL_FROM: 'motcua@a.vn' }, 'smtp-url-wrong'],
    [{ SMTP_URL: 'mail.vn', MAIL_FROM: 'motcua@a.vn' }, 'smtp-url-wrong'],
    [{ SMTP_URL: 'smtp://mail.vn', MAIL_FROM: 'Một Cửa' }, 'mail-from-wrong'],
    [
      { SMTP_URL: 'smtp://a@mail.vn', MAIL_FROM: 'a@a.vn', SMTP_PASSWORD_FILE: '/nowhere' },
      'mail-file-unreadable',
    ],
    [{ SMTP_URL: 'smtp://a@mail.vn', MAIL_FROM: 'a@a.vn', SMTP_CA_FILE: '/nowhere' }, 'mail-file-unreadable'],
  ])('refuses %j: %s', (env, key) => {
    expect(refusalOf(() => readConfig(env))).toBe(key);
  });

  it('reads the password of the mail server from a file, where letters are handed in and no earlier', () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-mail-'));
    const file = join(folder, 'password');
    writeFileSync(file, 'mật khẩu\n');
    const env = { SMTP_URL: 'smtp://a@mail.vn', MAIL_FROM: 'a@a.vn', SMTP_PASSWORD_FILE: file };
    const { mail } = readConfig(env);
    expect(JSON.stringify(mail)).not.toContain('mật khẩu');
    expect(mail && mailServerOf(mail)).toMatchObject({ user: 'a', password: 'mật khẩu', ca: null });
    rmSync(folder, { recursive: true });
  });

  it('lets a demo out only when somebody says so', () => {
    const beyond = { HOST: '0.0.0.0', PUBLIC_URL: 'https://a.vn' };
    expect(refusalOf(() => checkReach(readConfig(beyond), 'demo'))).toBe('demo-stays-here');
    expect(refusalOf(() => checkReach(readConfig(beyond, true), 'demo'))).toBe('accepted');
    expect(refusalOf(() => checkReach(readConfig(beyond), 'real'))).toBe('accepted');
    expect(refusalOf(() => checkReach(readConfig({}), 'demo'))).toBe('accepted');
  });
});
