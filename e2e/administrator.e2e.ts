import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '../outside/authenticator.ts';
import { acceptDossier, dossierPath } from '../outside/counter-client.ts';
import { Client, type Fields, filled, formOf, signedIn, textOf } from '../outside/http-client.ts';
import { type Installation, newInstallation } from '../outside/installation.ts';

/** Xã Phú Hựu, from nothing to its first dossier, only by pages; in the regime of today. */
const PASSWORD = 'Nước nổi miền Tây 1978';
const BIRTH_REGISTRATION = '1.001193';
const base = '/quan-tri';

let real: Installation;
let administrator: Client;
const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

beforeAll(async () => {
  real = await newInstallation();
  await real.start('--kind', 'real');
});
afterAll(() => real.remove());

/** Fills in the form of a page and presses; answers where it led. */
async function fill(client: Client, path: string, change: Fields): Promise<string> {
  const form = await client.form(path, path);
  const answer = await client.post(form.action, filled(form, change));
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${textOf(answer.body)}`);
  return answer.location;
}

async function setPassword(link: string): Promise<{ client: Client; location: string }> {
  const client = new Client(real.address);
  const form = await client.form(link, link);
  const answer = await client.post(link, filled(form, { 'mat-khau-moi': PASSWORD }));
  return { client, location: answer.location };
}

async function idOf(name: string): Promise<string> {
  const page = await administrator.get(`${base}/co-quan`);
  const link = [...page.body.matchAll(/href="\/quan-tri\/co-quan\/([0-9a-f-]{36})">([^<]*)</g)];
  return link.find(([, , text = '']) => text.includes(name))?.[1] ?? '';
}

async function addPerson(name: string, office: string, role: string, title: string): Promise<string> {
  const person = await fill(administrator, `${base}/nguoi/moi`, { 'ho-ten': name });
  const post = { 'don-vi': await idOf(office), 'vai-tro': role, 'chuc-danh': title, tu: today };
  await fill(administrator, `${person}/chuc-danh`, post);
  return person;
}

/** The link stands on the answer once. */
async function invite(person: string, account: string): Promise<string> {
  const path = `${person}/tai-khoan`;
  const form = await administrator.form(path, path);
  const answer = await administrator.post(path, filled(form, { 'tai-khoan': account }));
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([
    200,
    expect.stringContaining('no-store'),
  ]);
  const link = /http:\/\/[^<\s]*(\/moi\/[\w-]+)/.exec(answer.body)?.[1] ?? '';
  expect((await administrator.get(person)).body).not.toContain('/moi/');
  return link;
}

test('the first administrator comes in by the one-time link and sets up the second factor', async () => {
  const link = new RegExp(`${real.address}(/moi/\\S+)`).exec(real.running.printed())?.[1] ?? '';
  const { client, location } = await setPassword(link);
  expect(location).toBe('/buoc-dau');
  expect((await client.get(base)).location).toBe('/buoc-dau'); // nothing opens before
  const page = await client.get('/tai-khoan/ma');
  const key = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(page.body)?.[1] ?? '';
  const form = formOf(page, '/tai-khoan/ma');
  const codes = await client.post(form.action, filled(form, { ma: codeOf(key) }));
  expect(textOf(codes.body)).toContain('Mã dự phòng');
  expect(codes.body).toContain(`href="${base}"`);
  administrator = client;
  const start = textOf((await client.get(base)).body);
  expect(start).toContain('Chưa có cơ quan nào');
});

test('makes the commune: agency, sections, hours, the calendar of the year', async () => {
  const agency = await fill(administrator, `${base}/co-quan/moi`, {
    ten: 'Ủy ban nhân dân xã Phú Hựu',
    'ten-ngan': 'UBND xã Phú Hựu',
    cap: 'xa',
    'dia-ban': '30244',
    tu: '01/07/2025',
    'ma-dinh-danh': 'H20.871',
    'dia-chi': 'Quốc lộ 80, xã Phú Hựu, tỉnh Đồng Tháp',
    'dien-thoai': '0277 000 0201',
  });
  const sections = [
    ['Văn phòng HĐND và UBND', 'van-phong'],
    ['Phòng Kinh tế', 'kinh-te'],
    ['Phòng Văn hóa - Xã hội', 'van-hoa-xa-hoi'],
  ] as const;
  for (const [ten, key] of sections) {
    await fill(administrator, `${agency}/don-vi-moi`, {
      ten,
      'linh-vuc': key,
      loai: 'section',
      tu: '01/07/2025',
    });
  }
  const counter = await idOf('Trung tâm Phục vụ hành chính công');
  await fill(administrator, `${base}/gio-lam-viec/${counter}/gio`, {
    gio: '07:00-11:30, 13:30-17:00',
    tu: today,
  });
  const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`thu-${day}`, '07:00-11:30, 13:30-17:00']));
  await fill(administrator, `${base}/gio-lam-viec/${counter}/mo-cua`, {
    ...week,
    'thu-6': '07:30-11:00',
    tu: today,
  });
  const hours = textOf((await administrator.get(`${base}/gio-lam-viec/${counter}`)).body);
  expect(hours).toContain('thứ Bảy 07:30–11:00');
  const year = Number(today.slice(6)) + 1;
  const notice = { 'so-thong-bao': 'Thông báo số 6150/TB-BNV', 'ngay-thong-bao': '20/11/2026' };
  await fill(administrator, `${base}/lich/${year}/xac-nhan`, notice);
  expect(textOf((await administrator.get(`${base}/lich/${year}`)).body)).toContain('6150/TB-BNV, 20/11/2026');
});

test('adds people with posts, names a substitute, records a delegation', async () => {
  await addPerson('Lâm Trung Triết', 'Lãnh đạo', 'signing-leader', 'Chủ tịch');
  await addPerson('Trần Thị Thu Phương', 'Văn phòng', 'specialist', 'Chuyên viên tư pháp - hộ tịch');
  const second = await addPerson('Đỗ Hồng Phúc', 'Trung tâm', 'one-stop-head', 'Phó Giám đốc Trung tâm');
  const post = {
    'don-vi': await idOf('Trung tâm'),
    'vai-tro': 'system-administrator',
    'chuc-danh': 'Quản trị',
  };
  await fill(administrator, `${second}/chuc-danh`, { ...post, tu: today });
  const choices = await administrator.get(`${base}/thay-the/uy-quyen`);
  const chosen = (label: string) =>
    new RegExp(`<option value="([0-9a-f-]{36})"[^>]*>${label}`).exec(choices.body)?.[1] ?? '';
  await fill(administrator, `${base}/thay-the/uy-quyen`, {
    'chuc-danh': chosen('Lâm Trung Triết: '),
    nguoi: chosen('Đỗ Hồng Phúc, '),
    'cach-ky': 'TUQ',
    'so-qd': '12/QĐ-UBND',
    'ngay-qd': today,
    viec: 'Chứng thực',
    tu: today,
    den: `31/12/${today.slice(6)}`,
  });
  const list = textOf((await administrator.get(`${base}/thay-the`)).body);
  expect(list).toContain('QĐ 12/QĐ-UBND');
});

test('the invited clerk sets her password and receives the first dossier', async () => {
  const attention = textOf((await administrator.get(base)).body);
  expect(attention).toContain('chưa có ai tiếp nhận hồ sơ');
  const clerk = await addPerson(
    'Phạm Thị Kim Ngân',
    'Trung tâm',
    'reception-officer',
    'Chuyên viên tiếp nhận, quầy 1',
  );
  const link = await invite(clerk, 'ngan.pham');
  await expect(signedIn(real.address, 'ngan.pham', PASSWORD)).rejects.toThrow('was not let in');
  const { client, location } = await setPassword(link);
  expect(location).toBe('/lam-viec');
  expect((await new Client(real.address).get(link)).status).toBe(410);
  const number = await acceptDossier(client, BIRTH_REGISTRATION);
  expect(number).toMatch(/^H20\.871-\d{6}-0001$/);
  expect((await client.get(dossierPath(number))).status).toBe(200);
  expect((await client.get(base)).status).toBe(403);
  expect(textOf((await administrator.get(base)).body)).not.toContain('chưa có ai tiếp nhận hồ sơ');
});

test('signs the review of accounts, and everything is whole', async () => {
  const path = `${base}/ra-soat/moi`;
  const form = await administrator.form(path, path);
  const keep = Object.fromEntries(
    form.fields.filter(({ name }) => name.startsWith('tk-')).map(({ name }) => [name, 'kept']),
  );
  const signed = await fill(administrator, path, { ...keep, 'mat-khau': PASSWORD });
  const page = textOf((await administrator.get(signed)).body);
  expect(page).toContain('2 tài khoản: giữ 2, khóa 0');
  expect(await real.verify()).toMatchObject({ ok: true });
});
