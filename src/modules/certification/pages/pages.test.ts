import { beforeAll, describe, expect, test } from 'vitest';
import { listAbout } from '#modules/audit/index.ts';
import { testDatabase } from '#platform/db/testing.ts';
import type { Fields } from '../rules/fields.ts';
import { aCertifyingCounter, aCopyRequest, aDeskOf, type CertifyingCounter, SIGNATURES } from '../testing.ts';

const db = await testDatabase();
const base = '/lam-viec/chung-thuc';
const CARD = '087065003021|341234567|Phan Văn Ở|30041965|Nam|Ấp Phú Hòa, xã Phú Hựu|15082021|thừa';
let counter: CertifyingCounter;
let desk: Awaited<ReturnType<typeof aDeskOf>>;

beforeAll(async () => {
  counter = await aCertifyingCounter(db);
  desk = await aDeskOf(counter);
});

const press = (verb: string, fields: Fields, key: string = crypto.randomUUID()) =>
  desk.post(base, { ...fields, key, press: verb });

async function certified(change: Fields = {}): Promise<string> {
  const answer = await press('accept', aCopyRequest(change));
  expect(answer.statusCode, answer.body).toBe(303);
  return String(answer.headers.location);
}

/** An empty field is sent without its value. */
const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}"[^>]*?value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('the page without scripts', () => {
  test('begins where the number is typed, with what is offered at this level', async () => {
    const { body } = await desk.get(base);
    expect(body).toMatch(/name="find"[^>]*autofocus|autofocus[^>]*name="find"/);
    expect(body).toContain('Chứng thực bản sao từ bản chính');
    expect(body).not.toContain('2.001035'); // transactions belong to the communes
    expect((await desk.get(`${base}?viec=${SIGNATURES}`)).body).toContain('10.000');
  });

  test('offers a known person, takes the data only by a press, and goes on at the document', async () => {
    const unknown = await press('stay', { find: '087188004512' });
    expect(unknown.body).toContain('Chưa thấy hồ sơ nào');
    expect(valueIn(unknown.body, 'id-number')).toBe('087188004512');
    await certified({ phone: '0900 000 345' });
    const offered = await press('stay', { find: '087188004512', 'documents.0.name': 'Học bạ' });
    expect(offered.body).toContain('Huỳnh Thị Mỹ Duyên');
    expect(valueIn(offered.body, 'name')).toBe('');
    const taken = await press('use', { find: '087188004512', 'documents.0.name': 'Học bạ' });
    expect(valueIn(taken.body, 'name')).toBe('Huỳnh Thị Mỹ Duyên');
    expect(valueIn(taken.body, 'phone')).toBe('0900 000 345');
    expect(valueIn(taken.body, 'documents.0.name')).toBe('Học bạ');
    expect(valueIn(taken.body, 'find')).toBe('');
  });

  test('reads a card in the same field, and says why not', async () => {
    const read = await press('stay', { find: CARD });
    expect([valueIn(read.body, 'name'), valueIn(read.body, 'id-number')]).toEqual([
      'Phan Văn Ở',
      '087065003021',
    ]);
    const spoilt = await press('find', { find: CARD.replace('Phan Văn Ở', 'Phan Vawn Ở') });
    expect(spoilt.body).toContain('bộ gõ');
    for (const [typed, said] of [
      ['|||', 'không phải mã QR'],
      ['12', 'chưa đúng dạng'],
      ['', 'Xin quét thẻ'],
    ] as const) {
      const refused = await press('find', { find: typed });
      expect([refused.statusCode, refused.body.includes(said)]).toEqual([422, true]);
    }
  });

  test('the amount follows what is typed: by the press, and as a piece of the page', async () => {
    const fields = aCopyRequest({ 'documents.1.name': 'Học bạ', 'documents.1.pages': '300' });
    const page = await press('stay', fields);
    expect(page.body).toContain('210.000');
    const piece = await desk.post(`${base}/tinh`, fields);
    expect(piece.body).toContain('210.000');
    expect(piece.body).toContain('tối đa');
    expect(piece.body).not.toContain('<html');
    const exempt = await desk.post(`${base}/tinh`, { ...fields, exempt: 'decided' });
    expect(exempt.body).toContain('Được miễn phí');
  });

  test('takes one document more and one away, nothing gets lost', async () => {
    const more = await press('add', aCopyRequest());
    expect(more.body).toContain('documents.1.name');
    expect(valueIn(more.body, 'documents.0.name')).toBe('Bằng tốt nghiệp trung học phổ thông');
    const fields = aCopyRequest({ 'documents.1.name': 'Học bạ', 'documents.1.pages': '2' });
    const fewer = await press('remove:documents.0', fields);
    expect(fewer.body).not.toContain('Bằng tốt nghiệp');
    expect(valueIn(fewer.body, 'documents.1.name')).toBe('Học bạ');
  });

  test('what is wrong is told at once with everything typed', async () => {
    const refused = await press('accept', aCopyRequest({ name: '', 'documents.0.pages': 'ba' }));
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Chưa có họ tên');
    expect(valueIn(refused.body, 'documents.0.pages')).toBe('ba');
  });
});

describe('what came of it', () => {
  test('shows number and book; a second press says that nothing was made again', async () => {
    const key = crypto.randomUUID();
    const [first, again] = [
      await press('accept', aCopyRequest(), key),
      await press('accept', aCopyRequest(), key),
    ];
    expect(again.headers.location).toBe(`${first.headers.location}?lai=1`);
    const { body } = await desk.get(String(again.headers.location));
    expect(body).toContain('01/2022-SCT/BS');
    expect(body).toContain('không cấp số lần nữa');
    expect(body).toMatch(/ho-so\/[^"]*\/giay\/[0-9a-f-]{36}/); // the receipt, when somebody asks
  });

  test('goes on with the same person, and prints the certification', async () => {
    const done = await certified();
    const next = await desk.post(done, {});
    expect(valueIn(next.body, 'name')).toBe('Huỳnh Thị Mỹ Duyên');
    expect(valueIn(next.body, 'documents.0.name')).toBe('');
    const words = await desk.get(done.replace('/xong/', '/loi-chung/'));
    expect(words.body).toContain('CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH');
    expect(words.body).toContain('quyển số 01/2022-SCT/BS');
  });

  test('stands in the list of what waits for the signature', async () => {
    await certified({ 'documents.0.name': 'Giấy khai sinh' });
    const { body } = await desk.get(`${base}/hom-nay`);
    expect(body).toContain('Giấy khai sinh');
    expect(body).toContain('Chờ ký');
  });

  test('a stranger sees neither the numbers nor the book', async () => {
    const done = await certified();
    const other = counter.office('Bộ phận Tiếp nhận và Trả kết quả xã An Nhơn');
    const stranger = await aDeskOf(counter, await counter.actorOf(other, 'reception-officer'));
    expect((await stranger.get(done)).statusCode).toBe(404);
    const book = await stranger.get(`${base}/so`);
    expect(book.body).toContain('Chưa có sổ nào');
    expect(book.body).not.toContain('Huỳnh');
  });
});

describe('the book', () => {
  test('lists a year by number, by day, and by a part of a name without diacritics', async () => {
    await certified({ name: 'Đặng Thị Ngọc Ẩn', 'id-number': '' });
    const found = await desk.post(`${base}/so/tim`, { ten: 'ngoc an', so: '' });
    const address = String(found.headers.location);
    expect(address).not.toContain('ngoc');
    const page = await desk.get(address);
    expect(page.body).toContain('Đặng Thị Ngọc Ẩn');
    expect(page.body).not.toContain('Huỳnh');
    expect((await desk.get(`${base}/so?ngay=25/07/2022`)).body).toContain('Huỳnh');
    expect((await desk.get(`${base}/so?ngay=24/07/2022`)).body).toContain('Không thấy dòng nào');
    expect((await desk.get(`${base}/so?ngay=31/02/2022`)).body).toContain('Không có ngày');
    const short = await desk.post(`${base}/so/tim`, { ten: 'an' });
    expect((await desk.get(String(short.headers.location))).body).toContain('quá ngắn');
    const said: [string, string][] = [
      ['%%%', 'quá ngắn'],
      ['ng%c', 'Không thấy dòng nào'],
      ['“ngoc an”', 'Đặng Thị Ngọc Ẩn'],
    ];
    for (const [ten, words] of said) {
      const signs = await desk.post(`${base}/so/tim`, { ten });
      expect((await desk.get(String(signs.headers.location))).body).toContain(words);
    }
  });

  test('goes on from page to page without a line twice or left out', async () => {
    const many = Array.from({ length: 20 }, (_, row) => [
      [`documents.${row}.name`, `Giấy ${row}`],
      [`documents.${row}.pages`, '1'],
    ]).flat();
    for (const _ of [1, 2, 3]) await certified(Object.fromEntries(many));
    const numbers: string[] = [];
    let address: string | undefined = `${base}/so`;
    while (address) {
      const { body } = await desk.get(address);
      numbers.push(
        ...[...body.matchAll(/chung-thuc\/xong\/[^"]*">(\d+)</g)].map(([, number = '']) => number),
      );
      address = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.map(Number)).toEqual(numbers.map((_, index) => numbers.length - index));
  });

  test('every read is logged', async () => {
    await desk.get(`${base}/so`);
    const log = await listAbout(db.owner, { kind: 'certification-book', id: '01/2022-SCT/BS' }, 10);
    expect(log.length).toBeGreaterThan(0);
  });
});
