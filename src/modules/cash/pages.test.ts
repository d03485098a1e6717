import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#platform/db/testing.ts';
import { aCharge, aDrawer, type Drawer } from './testing.ts';
import { aCashBrowser, type CashBrowser } from './testing-desk.ts';

const db = await testDatabase();
const base = '/lam-viec/thu-phi';
let drawer: Drawer;
let clerk: CashBrowser;
let head: CashBrowser;

beforeAll(async () => {
  drawer = await aDrawer(db);
  clerk = await aCashBrowser(drawer, drawer.clerk);
  head = await aCashBrowser(drawer, drawer.head);
});

const at = (number: string, what: string) => `/lam-viec/ho-so/${encodeURIComponent(number)}/${what}`;
const hostile = '<script>alert(1)</script>\u0000 \u202E"\'--';

describe('the money of a dossier', () => {
  test('taken later by a press, refused the second time with the receipt beside it', async () => {
    const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
    const path = at(number, 'thu-tien');
    const page = (await clerk.get(path)).body;
    expect(page).toContain('Cần thu 100.000');
    expect(page).toContain('Nghị quyết 06/2020/NQ-HĐND');
    const form = { payment: payment.id, method: 'cash' };
    const taken = await clerk.post(path, form);
    expect(taken.headers.location).toBe(`${path}?xong=taken`);
    expect((await clerk.get(String(taken.headers.location))).body).toContain('In biên lai');
    const again = await clerk.post(path, form);
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('đã thu rồi');
  });

  test('a refused giving back keeps what was typed; hostile text is only text', async () => {
    const { number, payment } = await drawer.take();
    const path = at(number, 'tra-lai-tien');
    const ids = { payment: payment.id, seen: '100000' };
    const typed = { ...ids, 'back-method': 'cash', 'back-reason': '', 'back-note': hostile };
    const refused = await clerk.post(path, typed);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('href="#f-back-reason"');
    expect(refused.body).toContain('&lt;script>alert(1)');
    expect(refused.body).not.toContain('<script>alert');
    const wrong = { ...typed, 'back-reason': 'because', 'back-method': 'gold' };
    expect((await clerk.post(path, wrong)).statusCode).toBe(422);
    const long = { ...typed, 'back-reason': 'other', 'back-note': 'ă'.repeat(2_001) };
    expect((await clerk.post(path, long)).body).toContain('dài quá 2000 ký tự');
    const given = await clerk.post(path, { ...typed, 'back-reason': 'other' });
    expect(given.statusCode).toBe(303);
    const page = (await clerk.get(at(number, 'thu-tien'))).body;
    expect(page).toContain('Đã trả lại tiền');
    expect(page).not.toContain('<script>alert');
  });

  test('a part goes back by the form; a wrong amount is told at its field and kept', async () => {
    const { number, payment } = await drawer.take();
    const path = at(number, 'tra-lai-tien');
    const typed = {
      payment: payment.id,
      seen: '100000',
      'back-method': 'cash',
      'back-reason': 'wrong-count',
      'back-note': '',
    };
    for (const amount of ['100.001', '0', '-5', '<wbr>', '9'.repeat(40)]) {
      const refused = await clerk.post(path, { ...typed, 'back-amount': amount });
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('href="#f-back-amount"');
      expect(refused.body).not.toContain('<wbr>');
    }
    expect((await clerk.post(path, { ...typed, 'back-amount': '40.000' })).statusCode).toBe(303);
    const page = (await clerk.get(at(number, 'thu-tien'))).body;
    expect(page).toContain('60.000');
    expect(page).toContain('Phiếu trả lại 00000');
  });

  test('an empty amount is all that the page showed: where it is less meanwhile the page says so, typed text stays', async () => {
    const { number, payment } = await drawer.take();
    const path = at(number, 'tra-lai-tien');
    const shown = (await clerk.get(at(number, 'thu-tien'))).body;
    expect(shown).toContain('<input type="hidden" name="seen" value="100000"');
    const typed = { payment: payment.id, 'back-method': 'cash', 'back-reason': 'withdrawn', 'back-note': '' };
    const colleague = await aCashBrowser(drawer, drawer.colleague);
    const part = { ...typed, seen: '100000', 'back-amount': '30.000' };
    expect((await colleague.post(path, part)).statusCode).toBe(303);
    const all = { ...typed, 'back-amount': '', 'back-note': 'Rút hồ sơ' };
    for (const seen of ['100000', '', '-1', '7e4', hostile]) {
      const refused = await clerk.post(path, { ...all, seen });
      expect(refused.statusCode).toBe(409);
      expect(refused.body).toContain('href="#f-back-amount"');
      expect(refused.body).toContain('còn lại 70.000');
      expect(refused.body).toContain('>Rút hồ sơ</textarea>');
      expect(refused.body).toContain('<input type="hidden" name="seen" value="70000"');
    }
    expect((await clerk.post(path, { ...all, seen: '70000' })).statusCode).toBe(303);
    expect((await clerk.get(at(number, 'thu-tien'))).body).toContain('Đã trả lại tiền');
  });

  test('a receipt written wrongly is void and the fee is due again', async () => {
    const { number, payment } = await drawer.take();
    const form = { payment: payment.id, 'void-reason': 'wrong-payer', 'void-note': '' };
    expect((await clerk.post(at(number, 'huy-bien-lai'), form)).statusCode).toBe(303);
    const page = (await clerk.get(at(number, 'thu-tien'))).body;
    expect(page).toContain('Chưa thu');
    expect(page).toContain('Ghi sai người nộp tiền');
  });

  test('does not exist for whom the dossier does not exist', async () => {
    const { number, payment } = await drawer.take(aCharge({ way: 'at-return' }));
    const [post] = drawer.clerk.posts;
    if (!post) throw new Error('no post');
    const elsewhere = { ...post, officeId: crypto.randomUUID(), agencyId: crypto.randomUUID() };
    const stranger = await aCashBrowser(drawer, { ...drawer.clerk, posts: [elsewhere] });
    expect((await stranger.get(at(number, 'thu-tien'))).statusCode).toBe(404);
    const form = { payment: payment.id, method: 'cash' };
    expect((await stranger.post(at(number, 'thu-tien'), form)).statusCode).toBe(404);
    expect((await clerk.get(at('khong-co', 'thu-tien'))).statusCode).toBe(404);
    expect((await clerk.post(at(number, 'thu-tien'), { ...form, payment: 'x' })).statusCode).toBe(422);
  });
});

describe("a clerk's day", () => {
  test('counted, closed with a difference, printed, confirmed', async () => {
    drawer.setClock('2022-07-26T16:30');
    await drawer.take();
    await drawer.take(aCharge({ way: 'transfer' }));
    const [list] = await drawer.lists();
    const path = `${base}/${list?.id}`;
    expect((await clerk.get(base)).body).toContain(path);
    const page = (await clerk.get(path)).body;
    expect(page).toContain('Theo sổ: 100.000');
    const count = { seen: '2', 'pieces.20000': '4', transfer: '100.000', explanation: '' };
    const refused = await clerk.post(`${path}/khoa`, count);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('tiền mặt thiếu 20.000');
    expect(refused.body).toMatch(/name="pieces\.20000"[^>]*value="4"|value="4"[^>]*name="pieces\.20000"/);
    const closed = await clerk.post(`${path}/khoa`, { ...count, explanation: `Thối nhầm ${hostile}` });
    expect(closed.headers.location).toBe(`${path}?xong=closed`);
    expect((await clerk.post(`${path}/khoa`, { ...count, explanation: 'x' })).statusCode).toBe(409);
    const after = (await head.get(path)).body;
    expect(after).toContain('Thối nhầm &lt;script>');
    expect(after).toContain('class="print-signatures"');
    expect((await clerk.get(path)).body).not.toContain('/xac-nhan');
    const less = await head.post(`${path}/xac-nhan`, { received: '70.000', note: '' });
    expect(less.statusCode).toBe(422);
    expect(less.body).toContain('value="70.000"');
    const confirmed = await head.post(`${path}/xac-nhan`, { received: '80.000', note: '' });
    expect(confirmed.statusCode).toBe(303);
    expect((await clerk.get(base)).body).toContain('Đã xác nhận');
  });

  test('open days of the past are shown first and said', async () => {
    const page = (await clerk.get(base)).body; // that of 25/07 is still open
    expect(page).toContain('Còn 1 ngày trước chưa khóa sổ');
    expect(page.indexOf('25/07/2022')).toBeLessThan(page.indexOf('26/07/2022'));
  });

  test.each([
    [{ cash: '-1' }, 'f-cash'],
    [{ cash: '99.999.999.999' }, 'f-cash'],
    [{ 'pieces.500': '1e3' }, 'f-pieces-500'],
    [{ cash: '0', transfer: hostile }, 'f-transfer'],
    [{ cash: '0', 'pieces.500': '1' }, 'f-cash'],
  ])('%j is refused with its field', async (typed, field) => {
    const other = (await drawer.lists(drawer.colleague))[0];
    if (!other) await drawer.take(aCharge(), drawer.colleague);
    const [list] = await drawer.lists(drawer.colleague);
    const browser = await aCashBrowser(drawer, drawer.colleague);
    const form = { seen: '1', cash: '', transfer: '0', explanation: '', ...typed };
    const answer = await browser.post(`${base}/${list?.id}/khoa`, form as Record<string, string>);
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(`href="#${field}"`);
    expect(answer.body).not.toContain('<script>alert');
  });

  test('is nobody else’s; the head of another one-stop does not see it', async () => {
    const [list] = await drawer.lists(drawer.colleague);
    const path = `${base}/${list?.id}`;
    expect((await clerk.get(path)).statusCode).toBe(404);
    const posts = drawer.head.posts.map((post) => ({ ...post, officeId: crypto.randomUUID() }));
    const other = await aCashBrowser(drawer, { ...drawer.head, accountId: crypto.randomUUID(), posts });
    expect((await other.get(path)).statusCode).toBe(404);
    expect((await other.post(`${path}/xac-nhan`, { received: '0', note: '' })).statusCode).toBe(404);
    expect((await clerk.get(`${base}/khong-phai`)).statusCode).toBe(404);
  });
});
