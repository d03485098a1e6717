import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { documentPrefixes, type Fields, fieldsOf, withOneMore, withoutDocument } from './fields.ts';
import { type Offer, readRequest } from './read-request.ts';

const today = civilDate('2022-07-25');
const copies: Offer = { kind: 'copies', unit: 2_000, cases: [], adjustments: [] };
const signatures: Offer = { ...copies, kind: 'signatures', unit: 10_000 };
const transactions: Offer = { ...copies, kind: 'transactions', unit: 50_000 };
const typed: Fields = {
  name: 'Huỳnh Thị Mỹ Duyên',
  'documents.0.name': 'Bằng tốt nghiệp trung học phổ thông',
  'documents.0.pages': '3',
  'documents.0.copies': '2',
  'fee-way': 'cash',
};

const problemsOf = (fields: Fields, offer = copies) =>
  readRequest(fields, offer, today).problems.map(({ code, field }) => `${field}: ${code.split('/')[1]}`);

describe('a typed page', () => {
  test('is read: one number a document, the fee by pages and copies', () => {
    const fields = { ...typed, 'documents.1.name': 'Học bạ', 'documents.1.pages': '20' };
    const { request, problems } = readRequest(fields, copies, today);
    expect(problems).toEqual([]);
    expect(request.documents.map(({ copies: many, fee }) => [many, fee.amount])).toEqual([
      [2, 10_000],
      [1, 22_000],
    ]);
    expect(request.total).toBe(32_000);
    expect(request.requester).toMatchObject({
      party: { idKind: 'none', idNumber: null, address: '' },
      cameFor: null,
    });
  });

  test('what is missing is told all at once', () => {
    expect(problemsOf({})).toEqual([
      'name: name-missing',
      'documents.0.name: document-missing',
      'documents.0.pages: count-missing',
    ]);
    expect(problemsOf({ ...typed, 'documents.0.pages': '0', 'documents.0.copies': '1.5' })).toEqual([
      'documents.0.pages: wrong-count',
      'documents.0.copies: wrong-count',
    ]);
  });

  test('a row that was opened and left alone counts for nothing', () => {
    const { request, problems } = readRequest({ ...typed, 'documents.1.copies': '1' }, copies, today);
    expect([problems, request.documents.length]).toEqual([[], 1]);
  });

  test('a signature needs the number of a paper; who signs is the requester unless named', () => {
    expect(problemsOf(typed, signatures)).toEqual(['id-number: id-number-missing']);
    const { request } = readRequest({ ...typed, 'id-number': '087188004512' }, signatures, today);
    expect(request.documents[0]).toMatchObject({ who: null, pages: null, fee: { amount: 20_000 } });
  });

  test('a transaction names its parties and costs its fee once', () => {
    const fields = { ...typed, 'id-number': '087188004512' };
    expect(problemsOf(fields, transactions)).toEqual(['documents.0.who: parties-missing']);
    const named = { ...fields, 'documents.0.who': 'Ông A và bà B' };
    expect(readRequest(named, transactions, today).request.total).toBe(50_000);
  });

  test('a number that does not fit birth or sex is doubted until it is compared', () => {
    const doubtful = { ...typed, 'id-number': '087188004512', sex: 'male', 'birth-date': '14/09/1988' };
    expect(problemsOf(doubtful)).toEqual(['id-number: sex-differs']);
    expect(problemsOf({ ...doubtful, checked: '1' })).toEqual([]);
  });

  test('an organisation asks, a person comes for it: both are known', () => {
    const asked = { ...typed, 'org-name': 'Hợp tác xã Tân Phú', 'tax-code': '0100109106' };
    expect(problemsOf(asked)).toEqual([]);
    expect(readRequest(asked, copies, today).request.requester).toMatchObject({
      party: { kind: 'organisation', name: 'Hợp tác xã Tân Phú', taxCode: '0100109106' },
      cameFor: { kind: 'person', name: 'Huỳnh Thị Mỹ Duyên' },
    });
    expect(problemsOf({ ...asked, 'tax-code': '' })).toEqual(['tax-code: unreadable-tax-code']);
    expect(problemsOf({ ...asked, 'tax-code': '0100109107' })).toEqual(['tax-code: wrong-tax-code']);
    expect(problemsOf({ ...asked, 'org-name': '…' })).toEqual(['org-name: organisation-missing']);
    expect(problemsOf({ ...asked, name: '' })).toEqual(['name: name-missing']);
  });

  test('an exemption has a ground and a reason, and costs nothing', () => {
    expect(problemsOf({ ...typed, exempt: 'decided' })).toEqual(['exempt-reason: reason-missing']);
    expect(problemsOf({ ...typed, 'exempt-reason': 'hộ nghèo' })).toEqual(['exempt: ground-missing']);
    for (const exempt of ['x', 'farm-loan']) // a loan's mortgage is a transaction, never a copy
      expect(problemsOf({ ...typed, exempt, 'exempt-reason': 'y' })).toEqual(['exempt: wrong-choice']);
    const exempt = { ...typed, exempt: 'decided', 'exempt-reason': 'NQ 05/2022/NQ-HĐND' };
    expect(readRequest(exempt, copies, today).request).toMatchObject({
      total: 0,
      exemption: { ground: 'decided' },
    });
  });

  test('whatever is typed, the answer is a problem with a field or a request, never a failure', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('-1', '1e9', '٣', '0x10', ''));
    const names = fc.constantFrom(
      ...Object.keys(typed),
      'id-number',
      'birth-date',
      'exempt',
      'added-time',
      'org-name',
      'tax-code',
    );
    fc.assert(
      fc.property(fc.dictionary(names, text), (fields) => {
        for (const offer of [copies, signatures, transactions]) {
          const { request, problems } = readRequest(fields, offer, today);
          expect(Number.isSafeInteger(request.total)).toBe(true);
          expect(problems.every((one) => one.field)).toBe(true);
        }
      }),
    );
  });
});

describe('rows of documents', () => {
  test('only fields of the page are kept, the last of several', () => {
    const form = { name: ['a', 'b'], 'documents.0.name': 'x', 'documents.20.name': 'y', __proto__x: 'z' };
    expect(fieldsOf(form)).toEqual({ name: 'b', 'documents.0.name': 'x' });
  });

  test('one more comes behind, up to twenty; taken away leaves the others', () => {
    let fields = typed;
    for (let row = 1; row < 20; row += 1) {
      const more = withOneMore(fields);
      expect(more?.prefix).toBe(`documents.${row}`);
      fields = more?.fields ?? {};
    }
    expect(withOneMore(fields)).toBeUndefined();
    const fewer = withoutDocument(fields, 'documents.0');
    expect(documentPrefixes(fewer)).toHaveLength(19);
    expect(withOneMore(fewer)?.prefix).toBe('documents.19');
    expect(documentPrefixes(withOneMore(fewer)?.fields ?? {})).toHaveLength(20);
  });
});
