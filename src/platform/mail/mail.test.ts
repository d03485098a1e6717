import { createServer } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { writeLetter } from './letter.ts';
import { openMail } from './mail.ts';
import { aMailServer } from './testing.ts';

const server = await aMailServer();
afterAll(() => server.close());
const nowMs = () => Date.parse('2022-07-25T01:00:00Z');
const letter = { id: 'thu-1', to: 'an@chauthanh.example', subject: 'Một Cửa', text: 'Nhắc việc' };

test('a letter arrives as it was written, whole diacritics in a long subject too', async () => {
  const subject = 'Hồ sơ sắp quá hạn, xin xem ngay: Ặ ở ữ '.repeat(5).trim();
  const text = `${'Đăng ký thành lập hộ kinh doanh\n.\n'.repeat(20)}hết`;
  await openMail(server.config, nowMs).send({ ...letter, subject, text });
  expect(server.arrived.at(-1)).toMatchObject({
    ...{ to: letter.to, subject, text },
    id: '<thu-1@chauthanh.example>',
  });
  const { raw = '' } = server.arrived.at(-1) ?? {};
  expect(raw.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  expect(raw).toContain('Date: Mon, 25 Jul 2022 01:00:00 +0000');
});

test('a server that refuses, hangs up or is away: it throws, and says nothing of the address', async () => {
  server.refuse(1);
  const mail = openMail(server.config, nowMs);
  const refused = await mail.send(letter).catch((error: Error) => error.message);
  expect(refused).toBe('the mail server answered 451 to MAIL');
  await mail.send(letter);
  const rude = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => rude.listen(0, '127.0.0.1', done));
  const { port } = rude.address() as { port: number };
  await expect(openMail({ ...server.config, port }, nowMs).send(letter)).rejects.toThrow();
  await new Promise((done) => rude.close(done));
  await expect(openMail({ ...server.config, port }, nowMs).send(letter)).rejects.toThrow();
});

test('an address that carries a header, or a second line, is none', () => {
  for (const to of ['a@b.vn\r\nBcc: c@d.vn', 'a@b.vn>', 'Ặ@b.vn', ''])
    expect(() => writeLetter('x@y.vn', { ...letter, to }, 0)).toThrow(RangeError);
});
