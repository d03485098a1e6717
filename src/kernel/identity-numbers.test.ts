import { describe, expect, it } from 'vitest';
import { parseCardQr } from './card-qr.ts';
import { citizenIdParts, doubtsOfCitizenId, parseIdNumber, parseTaxCode } from './identity-numbers.ts';
import type { PartialDate } from './partial-date.ts';

describe('numbers of identity papers', () => {
  it.each([
    ['087090001234', 'citizen-id', '087090001234'],
    ['087 090 001 234', 'citizen-id', '087090001234'],
    ['340.123.456', 'old-id', '340123456'],
    ['c1234567', 'passport', 'C1234567'],
    ['AB12345X', 'passport', 'AB12345X'],
  ])('%s is a %s', (text, kind, number) => {
    expect(parseIdNumber(text)).toEqual({ ok: true, value: { kind, number } });
  });

  it.each([
    '',
    '1234',
    '12345678',
    '1234567890',
    '12345678901',
    '1234567890123',
    'ABCDEFG',
    "1'; --",
    'a'.repeat(99),
  ])('refuses %j', (text) =>
    expect(parseIdNumber(text, 'id')).toMatchObject({ ok: false, refusal: { field: 'id' } }),
  );

  it('reads place, sex and year', () => {
    expect(citizenIdParts('087190001234')).toEqual({ placeCode: '087', sex: 'female', birthYear: 1990 });
    expect(citizenIdParts('001201001234')).toEqual({ placeCode: '001', sex: 'male', birthYear: 2001 });
    expect(citizenIdParts('340123456')).toBeUndefined();
  });

  it('names what does not fit the person', () => {
    const born = (text: string) => text as PartialDate;
    expect(doubtsOfCitizenId('087090001234', { birthDate: born('1990-02-01'), sex: 'male' })).toEqual([]);
    expect(doubtsOfCitizenId('087090001234', { birthDate: born('1991'), sex: 'female' })).toEqual([
      'sex-differs',
      'birth-year-differs',
    ]);
    expect(doubtsOfCitizenId('003090001234', {})).toEqual(['unknown-place']);
  });
});

describe('tax codes', () => {
  it.each([
    ['0100109106', '0100109106'],
    ['0100109106-001', '0100109106-001'],
    ['0100 109 106001', '0100109106-001'],
  ])('%s', (text, code) => expect(parseTaxCode(text)).toEqual({ ok: true, value: code }));

  it.each([
    ['0100109107', 'kernel/wrong-tax-code'],
    ['123', 'kernel/unreadable-tax-code'],
    ['010010910a', 'kernel/unreadable-tax-code'],
  ])('refuses %s', (text, code) =>
    expect(parseTaxCode(text)).toMatchObject({ ok: false, refusal: { code } }),
  );
});

describe('the QR of a chip card', () => {
  const TEXT =
    '087090001234|340123456|Nguyễn Văn A|01021990|Nam|Ấp Phú Hòa, Phú Hựu, Châu Thành, Đồng Tháp|15082021';

  it('is read', () => {
    expect(parseCardQr(TEXT)).toEqual({
      ok: true,
      value: {
        idNumber: '087090001234',
        oldIdNumber: '340123456',
        name: 'Nguyễn Văn A',
        birthDate: '1990-02-01',
        sex: 'male',
        address: 'Ấp Phú Hòa, Phú Hựu, Châu Thành, Đồng Tháp',
        issuedOn: '2021-08-15',
        spoiltBy: null,
      },
    });
  });

  it('may lack the old number and have more fields, a line end and decomposed letters', () => {
    const text = `${TEXT.replace('340123456', '')}||Nguyễn Văn B|Trần Thị C\r\n`.normalize('NFD');
    expect(parseCardQr(text)).toMatchObject({ ok: true, value: { oldIdNumber: null, name: 'Nguyễn Văn A' } });
  });

  it('notices letters spoilt by an input method', () => {
    expect(parseCardQr(TEXT.replace('Nguyễn Văn', 'Nguyeenx Vawn'))).toMatchObject({
      value: { spoiltBy: 'telex' },
    });
    expect(parseCardQr(TEXT.replace('Nguyễn Văn', 'Nguye64n Va8n').replace('Nam', 'Nu74'))).toMatchObject({
      value: { spoiltBy: 'vni', sex: 'female' },
    });
  });

  it.each([
    ['', 'kernel/card-qr-unreadable'],
    ['xin chào', 'kernel/card-qr-unreadable'],
    ['https://example.vn/?a=1|2|3|4|5|6', 'kernel/card-qr-unreadable'],
    [TEXT.replace('01021990', '31021990'), 'kernel/card-qr-damaged'],
    [TEXT.replace('Nam', '?'), 'kernel/card-qr-damaged'],
    [TEXT.replace('15082021', '15132021'), 'kernel/card-qr-damaged'],
    [TEXT.replace('Nguyễn Văn A', ''), 'kernel/card-qr-damaged'],
  ])('refuses %j', (text, code) => expect(parseCardQr(text)).toMatchObject({ ok: false, refusal: { code } }));
});
