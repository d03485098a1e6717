import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import type { RequiredPaper } from '#modules/catalogue/index.ts';
import { type Fields, fieldsOf, nextPrefix, prefixesOf, withoutPart } from './fields.ts';
import { fieldsOfFiling, partyFields } from './fill-fields.ts';
import { mayOverwrite } from './overwrite.ts';
import { Problems } from './problems.ts';
import { type Offer, readDraft } from './read-draft.ts';
import { readParty } from './read-party.ts';

const today = civilDate('2022-07-28');
const paper: RequiredPaper = {
  key: 'to-khai',
  name: 'Tờ khai',
  kind: 'submit',
  originals: 1,
  copies: 0,
  required: true,
  condition: null,
  caseKey: null,
};
const offer: Offer = {
  cases: [],
  papers: [paper],
  fees: [{ index: 0, local: null, fee: { amount: 8000, per: 'bản sao', channel: null, note: null } }],
  exemptions: [],
  adjustments: [],
  channels: ['direct', 'post'],
  returns: ['counter', 'post'],
};
const good: Fields = {
  'applicants.0.kind': 'person',
  'applicants.0.name': 'Nguyễn Thị Ngọc Ẩn',
  'applicants.0.id-number': '087188004512',
  'applicants.0.birth-date': '1988',
  'applicants.0.sex': 'female',
  'applicants.0.address': 'Ấp Phú Hòa',
  'papers.to-khai.there': '1',
  'fees.0.quantity': '2',
  'fee-way': 'cash',
};
const read = (change: Fields = {}, need: 'all' | 'name' = 'all') =>
  readDraft({ fields: { ...good, ...change }, offer, files: {}, today, need });
const codesOf = (change: Fields) => read(change).problems.map(({ code, field }) => [code, field]);

describe('a filing', () => {
  test('is read whole, the fee reckoned from the catalogue', () => {
    const { filing, problems } = read();
    expect(problems).toEqual([]);
    expect(filing.fee).toMatchObject({ amount: 16_000, way: 'cash' });
    expect(filing.personal.applicants[0]).toMatchObject({ idKind: 'cccd', birthDate: '1988' });
    expect(filing.personal.papers[0]).toMatchObject({ key: 'to-khai', way: 'submit', originals: 1 });
  });

  test.each<[Fields, string, string]>([
    [{ 'applicants.0.name': '' }, 'counter/name-missing', 'applicants.0.name'],
    [{ 'applicants.0.birth-date': '31/02/1988' }, 'kernel/impossible-date', 'applicants.0.birth-date'],
    [{ 'applicants.0.birth-date': '2023' }, 'counter/born-in-future', 'applicants.0.birth-date'],
    [{ 'applicants.0.id-number': '1234' }, 'kernel/unreadable-id-number', 'applicants.0.id-number'],
    [{ 'applicants.0.id-number': '003188004512' }, 'counter/unknown-place', 'applicants.0.id-number'],
    [{ 'applicants.0.sex': 'male' }, 'counter/sex-differs', 'applicants.0.id-number'],
    [{ 'applicants.0.phone': 'gọi sau' }, 'counter/wrong-phone', 'applicants.0.phone'],
    [{ 'applicants.0.address': 'x'.repeat(501) }, 'counter/too-long', 'applicants.0.address'],
    [{ 'papers.to-khai.there': '' }, 'counter/paper-missing', 'papers.to-khai.there'],
    [{ 'papers.to-khai.originals': '0' }, 'counter/paper-without-count', 'papers.to-khai.originals'],
    [{ 'fees.0.quantity': '-1' }, 'counter/wrong-count', 'fees.0.quantity'],
    [{ channel: 'telepathy' }, 'counter/wrong-choice', 'channel'],
    [{ sets: '0' }, 'counter/wrong-count', 'sets'],
    [{ 'on-behalf': '1' }, 'counter/name-missing', 'authorised.name'],
  ])('%j is said as %s at its field', (change, code, field) => {
    expect(codesOf(change)).toContainEqual([code, field]);
  });

  test('a doubtful number passes when it was compared with the card, an unreadable one never', () => {
    expect(codesOf({ 'applicants.0.sex': 'male', 'applicants.0.checked': '1' })).toEqual([]);
    expect(codesOf({ 'applicants.0.id-number': '12', 'applicants.0.checked': '1' })).not.toEqual([]);
  });

  test('a child without a card needs a date of birth in place of the number', () => {
    const child = { 'applicants.0.no-id': '1', 'applicants.0.id-number': '', 'applicants.0.birth-date': '' };
    expect(codesOf(child)).toEqual([['counter/birth-date-missing', 'applicants.0.birth-date']]);
    const born = { ...child, 'applicants.0.birth-date': '20/07/2022' };
    expect(codesOf(born)).toEqual([['counter/adult-missing', 'on-behalf']]);
  });

  test.each<[string, Fields, boolean]>([
    ['who is 14 today', { 'applicants.0.birth-date': '28/07/2008' }, false],
    ['who will be 14 tomorrow', { 'applicants.0.birth-date': '29/07/2008' }, true],
    ['who may be 14 by the year', { 'applicants.0.birth-date': '2008' }, false],
    [
      'a child and a grown-up',
      { 'applicants.0.birth-date': '2020', 'applicants.1.name': 'Mẹ', 'applicants.1.birth-date': '1990' },
      false,
    ],
    [
      'a child and somebody of unknown age',
      { 'applicants.0.birth-date': '2020', 'applicants.1.name': 'Ai đó' },
      false,
    ],
    [
      'a child and an organisation',
      { 'applicants.0.birth-date': '2020', 'applicants.1.kind': 'organisation' },
      false,
    ],
    [
      'two children',
      { 'applicants.0.birth-date': '2020', 'applicants.1.name': 'Em', 'applicants.1.birth-date': '2021' },
      true,
    ],
    [
      'a child with the mother',
      { 'applicants.0.birth-date': '2020', 'on-behalf': '1', 'authorised.name': 'Mẹ' },
      false,
    ],
    [
      'a child with a child',
      {
        'applicants.0.birth-date': '2020',
        'on-behalf': '1',
        'authorised.name': 'Anh',
        'authorised.birth-date': '2012',
      },
      true,
    ],
  ])('%s needs an adult beside: %s', (_, change, asked) => {
    const codes = codesOf({ 'applicants.0.checked': '1', ...change }).map(([code]) => code);
    expect(codes.includes('counter/adult-missing')).toBe(asked);
  });

  test('to ask for the rest only a name has to be there', () => {
    const bare = { 'applicants.0.name': 'Bà Tư' };
    const only = readDraft({ fields: bare, offer, files: {}, today, need: 'name' });
    expect(only.problems).toEqual([]);
  });

  test('never throws, whatever is typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(good)), text), (typed) => {
        expect(() => read(fieldsOf(typed))).not.toThrow();
      }),
    );
  });
});

describe('fields', () => {
  test('keep what the page knows and nothing else', () => {
    expect(fieldsOf({ 'applicants.0.name': ['a', 'b'], __proto__x: '1', version: '3', note: '' })).toEqual({
      'applicants.0.name': 'b',
    });
  });

  test('a part taken away leaves the others, and its place is not used before the last', () => {
    const two = {
      'applicants.0.kind': 'person',
      'applicants.1.kind': 'person',
      'applicants.2.kind': 'person',
    };
    const left = withoutPart(two, 'applicants.1');
    expect(prefixesOf(left, 'applicants')).toEqual(['applicants.0', 'applicants.2']);
    expect(nextPrefix(left, 'applicants')).toBe('applicants.3');
  });

  test('a party comes back from its fields as it was', () => {
    const { filing } = read();
    const [party] = filing.personal.applicants;
    if (!party) throw new Error('no party');
    const fields = Object.fromEntries(
      Object.entries(partyFields(party)).map(([name, value]) => [`p.${name}`, value]),
    );
    const again = readParty({ fields, prefix: 'p', need: 'all', today }, new Problems());
    expect(again).toEqual(party);
    const page = fieldsOfFiling({ ...filing, procedure: { caseKey: null } } as never, filing.personal, {});
    expect(page['papers.to-khai.there']).toBe('1');
  });
});

test('a page writes over its own saves and over nothing newer', () => {
  const draft = { version: 3, pageToken: 'a' };
  expect(mayOverwrite(draft, { seenVersion: 3, token: 'b' })).toBe(true);
  expect(mayOverwrite(draft, { seenVersion: 1, token: 'a' })).toBe(true);
  expect(mayOverwrite(draft, { seenVersion: 1, token: 'b' })).toBe(false);
  expect(mayOverwrite({ version: 3, pageToken: null }, { seenVersion: 1, token: '' })).toBe(false);
});
