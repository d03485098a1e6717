import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFiling, aPersonalFiling } from '#modules/dossiers/testing.ts';
import { fieldsOf } from './fields.ts';
import { communeOf, fieldsLike, fitting, isCopied, likes } from './like-before.ts';

const paper = { way: 'submit', originals: 2, certifiedCopies: 1, photocopies: 0, files: [] } as const;
const personal = aPersonalFiling({
  papers: [
    { ...paper, key: 'don', name: 'Đơn', files: [{ id: 'f', name: 'a.pdf', mediaType: 'x', size: 1 }] },
    { ...paper, key: null, name: 'Giấy xác nhận' },
  ],
  note: 'ghi chú riêng',
});
const filing = { ...aFiling(), sets: 3, returnMethod: 'post' as const };

test('the same person: the applicants, nothing of the matter', () => {
  const fields = fieldsLike(filing, personal, 'person');
  expect(fields).toMatchObject({ 'applicants.0.name': personal.applicants[0]?.name });
  expect(Object.keys(fields).every((name) => name.startsWith('applicants.'))).toBe(true);
});

test('the same procedure: the matter and the commune, nothing of the person', () => {
  const fields = fieldsLike(filing, personal, 'procedure');
  expect(fields).toMatchObject({
    sets: '3',
    return: 'post',
    'papers.don.originals': '2',
    'extra.0.originals': '0',
  });
  expect(fields['applicants.0.name']).toBeUndefined();
  expect(JSON.stringify(fields)).not.toContain('087188004512');
});

test('an electronic return is not offered at a counter, so it is not copied', () => {
  expect(fieldsLike({ ...filing, returnMethod: 'electronic' }, personal, 'all')['return']).toBeUndefined();
});

test('law: what must be asked anew is never copied, and every copied field is one of the page', () => {
  const party = personal.applicants[0];
  if (!party) throw new Error('nobody');
  fc.assert(
    fc.property(fc.constantFrom(...likes), fc.boolean(), fc.boolean(), (like, assisted, many) => {
      const applicants = many ? [party, { ...party, name: 'Người thứ hai' }] : [party];
      const fields = fieldsLike(
        { ...filing, assisted },
        { ...personal, applicants, authorised: party },
        like,
      );
      const asked =
        /\.there$|\.checked$|^authorised|^on-behalf|^assisted|^fee|^exemption|^note|^channel|^added/;
      expect(Object.keys(fields).filter((name) => asked.test(name))).toEqual([]);
      expect(fieldsOf(fields)).toEqual(fields);
      expect(JSON.stringify(fields)).not.toContain('ghi chú riêng');
    }),
  );
});

test.each([
  [
    'Ấp Tân Bình, xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp',
    'xã Tân Nhuận Đông, huyện Châu Thành, tỉnh Đồng Tháp',
  ],
  ['12 Nguyễn Huệ, Phường 1, TP Cao Lãnh', 'Phường 1, TP Cao Lãnh'],
  ['Đặc khu Phú Quốc, tỉnh An Giang', 'Đặc khu Phú Quốc, tỉnh An Giang'],
  ['Thị trấn Cái Tàu Hạ', 'Thị trấn Cái Tàu Hạ'],
  ['Xã hội, số 5', 'Xã hội, số 5'],
  ['số 5 đường Xã Đàn', ''],
  ['', ''],
  ['<script>', ''],
])('the commune of %s', (address, commune) => expect(communeOf(address)).toBe(commune));

test('what the procedure no longer asks for is left out', () => {
  const copied = {
    case: 'cũ',
    'papers.a.way': 'show',
    'papers.b.way': 'show',
    sets: '1',
    'extra.0.name': 'x',
  };
  expect(fitting(copied, { caseKeys: ['mới'], paperKeys: ['b'] })).toEqual({
    'papers.b.way': 'show',
    sets: '1',
    'extra.0.name': 'x',
  });
});

test('a mark stands while nobody has changed the field', () => {
  expect(isCopied({ sets: '2' }, { sets: '2' }, 'sets')).toBe(true);
  expect(isCopied({ sets: '3' }, { sets: '2' }, 'sets')).toBe(false);
  expect(isCopied({ sets: '3' }, {}, 'sets')).toBe(false);
});
