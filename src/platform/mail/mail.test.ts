import { afterAll, describe, expect, test } from 'vitest';
import { openMail } from './mail.ts';
import { aMailServer, aServerThatSaysNothing } from './testing.ts';
import { aCertificate } from './testing-certificate.ts';

const server = await aMailServer();
afterAll(() => server.close());
const nowMs = () => Date.parse('2022-07-25T01:00:00Z');
const letter = { id: 'thu-1', to: 'an@chauthanh.example', subject: 'Một Cửa', text: 'Nhắc việc' };
const failureOf = (work: Promise<void>) =>
  work.then(
    () => 'handed in',
    (error: Error) => error.message,
  );

test('a letter arrives as it was written, whole diacritics in a long subject too', async () => {
  const subject = 'Hồ sơ sắp quá hạn, xin xem ngay: Ặ ở ữ '.repeat(5).trim();
  const text = `${'Đăng ký thành lập hộ kinh doanh\n.\n'.repeat(20)}hết`;
  await openMail(server.config, nowMs).send({ ...letter, subject, text });
  const [arrived] = server.arrived.slice(-1);
  expect(arrived).toMatchObject({ to: letter.to, subject, id: '<thu-1@chauthanh.example>' });
  expect(arrived?.text.replaceAll('\r\n', '\n')).toBe(text);
  const { raw = '' } = arrived ?? {};
  expect(raw.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  expect(raw).toContain('Date: Mon, 25 Jul 2022 01:00:00 +0000');
  expect(raw).toContain('Auto-Submitted: auto-generated');
});

describe('a server that misbehaves: it throws, and says nothing of addresses', () => {
  test('refuses once, then takes it', async () => {
    server.refuse(1);
    const mail = openMail(server.config, nowMs);
    expect(await failureOf(mail.send(letter))).toBe('the mail server answered 451 to MAIL FROM (EENVELOPE)');
    await mail.send(letter);
  });

  test('cuts the connection in the middle of the letter', async () => {
    server.cut(1);
    const before = server.arrived.length;
    expect(await failureOf(openMail(server.config, nowMs).send(letter))).toMatch(
      /^the mail server could not be used: E[A-Z]+/,
    );
    expect(server.arrived).toHaveLength(before);
  });

  test.each([
    ['silent', 'ETIMEDOUT'],
    ['hangs-up', 'ECONNECTION'],
  ] as const)('%s', async (how, code) => {
    const rude = await aServerThatSaysNothing(how);
    const mail = openMail(rude.config, nowMs, 200);
    expect(await failureOf(mail.send(letter))).toContain(code);
    rude.close();
    expect(await failureOf(mail.send(letter))).toContain('ESOCKET');
  });

  test('does not know who signs in', async () => {
    const strict = await aMailServer({
      ...{ disabledCommands: ['STARTTLS'], authOptional: false, allowInsecureAuth: true },
      onAuth: (_auth, _session, done) => done(new Error('no: motcua with mat-khau')),
    });
    const config = { ...strict.config, user: 'motcua', password: 'mat-khau' };
    const said = await failureOf(openMail(config, nowMs).send(letter));
    expect(said).toContain('535');
    expect(said).not.toMatch(/mat-khau|with/);
    await strict.close();
  });
});

describe('encryption', () => {
  test('beyond this machine nothing is handed in without it', async () => {
    // not one of the names of this machine, though it leads to it
    const beyond = { ...server.config, host: '::ffff:127.0.0.1' };
    const before = server.arrived.length;
    expect(await failureOf(openMail(beyond, nowMs).send(letter))).toContain('STARTTLS');
    expect(server.arrived).toHaveLength(before);
  });

  test.each([
    ['changed to', false],
    ['from the first byte', true],
  ])('%s, only with a certificate that can be trusted', async (_how, tls) => {
    const { key, cert } = await aCertificate('127.0.0.1');
    const secured = await aMailServer({
      ...{ secure: tls, key, cert, authOptional: false },
      onAuth: ({ username, password }, _session, done) =>
        done(username === 'motcua' && password === 'mật' ? null : new Error('no'), { user: 'motcua' }),
    });
    const config = { ...secured.config, tls, user: 'motcua', password: 'mật' };
    expect(await failureOf(openMail(config, nowMs).send(letter))).toMatch(/ESOCKET|ETLS/);
    expect(secured.arrived).toEqual([]);
    await openMail({ ...config, ca: cert }, nowMs).send(letter);
    expect(secured.arrived).toMatchObject([{ to: letter.to, secure: true }]);
    await secured.close();
  });
});

test('an address that carries a header, a second line or a second address is none', async () => {
  for (const to of ['a@b.vn\r\nBcc: c@d.vn', 'a@b.vn>', 'Ặ@b.vn', '', 'a@b.vn,c@d.vn'])
    await expect(openMail(server.config, nowMs).send({ ...letter, to })).rejects.toThrow(RangeError);
});
