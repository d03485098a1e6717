import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from './civil-date.ts';
import {
  dossierReference,
  formatDossierNumber,
  formatTypedNumber,
  isDossierNumberOrReference,
  parseDossierNumber,
  parseReference,
  parseTrainingReference,
  shortDossierNumber,
  trainingReference,
} from './dossier-number.ts';

describe('dossier numbers', () => {
  it('are written as the circular says', () => {
    const parts = { agencyCode: '000.00.06.H56', acceptedOn: civilDate('2023-10-27'), sequence: 361 };
    expect(formatDossierNumber(parts)).toBe('000.00.06.H56-231027-0361');
    expect(formatDossierNumber({ ...parts, sequence: 12_345 })).toBe('000.00.06.H56-231027-12345');
    expect(shortDossierNumber('000.00.06.H56-231027-0361')).toBe('231027-0361');
    for (const old of ['HS-2022-00457', 'H20.11/2022/12', '4711']) expect(shortDossierNumber(old)).toBe(old);
  });

  it.each([
    ['000.00.06.H56-231027-0361', '000.00.06.H56-231027-0361'],
    ['  000.00.06.h56 – 231027 – 361 ', '000.00.06.H56-231027-0361'],
    ['h20.31.21 220718 0042', 'H20.31.21-220718-0042'],
    ['220718-0042', '220718-0042'],
    ['220718/42', '220718-0042'],
    ['2207180042', '220718-0042'],
  ])('%s is read as %s', (typed, number) => {
    const read = parseDossierNumber(typed);
    expect(read.ok && formatTypedNumber(read.value)).toBe(number);
  });

  it.each([
    '',
    '0042',
    '221318-0042',
    '220718-0000',
    'H20-220718-',
    '<script>-220718-0042',
    "'; --",
    'H20'.repeat(20),
  ])('refuses %j', (typed) => expect(parseDossierNumber(typed).ok).toBe(false));

  it('are read back as written', () => {
    const parts = fc.record({
      agencyCode: fc.constantFrom('H20', '000.00.31.H20', 'H20.31.21', '87'),
      acceptedOn: fc.nat(20_000).map((days) => addDays(civilDate('2020-01-01'), days)),
      sequence: fc.integer({ min: 1, max: 99_999 }),
    });
    fc.assert(
      fc.property(parts, (one) => {
        expect(parseDossierNumber(formatDossierNumber(one).toLowerCase())).toEqual({ ok: true, value: one });
      }),
    );
  });

  it.each([
    ['a b', 1],
    ['H20', 0],
    ['H20', 1.5],
  ])('cannot be made of %s and %d', (agencyCode, sequence) => {
    expect(() => formatDossierNumber({ agencyCode, acceptedOn: civilDate('2022-07-18'), sequence })).toThrow(
      RangeError,
    );
  });
});

it('only what is written as ours is taken for a number or reference', () => {
  for (const ours of ['000.00.11.H20-220725-0001', 'H20-220725-10001', '7K3M-QX2P-9DWA'])
    expect(isDossierNumberOrReference(ours), ours).toBe(true);
  for (const other of [
    '',
    '087188004512',
    '220725-0001',
    '000.00.11.h20-220725-0001',
    'Huỳnh Thị Mỹ Duyên',
    '7K3MQX2P9DWA',
  ])
    expect(isDossierNumberOrReference(other), other).toBe(false);
});

describe('references', () => {
  it('are twelve letters in three groups, read back as typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 16 }), (bytes) => {
        const reference = dossierReference(bytes);
        expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
        expect(parseReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toEqual({
          ok: true,
          value: reference,
        });
      }),
    );
  });

  it('forgive letters that look alike', () => {
    expect(parseReference('O1IL-0000-0000')).toEqual({ ok: true, value: '0111-0000-0000' });
    expect(parseReference('U000-0000-0000').ok).toBe(false);
  });

  it('need enough random', () => expect(() => dossierReference(new Uint8Array(8))).toThrow(RangeError));
});

describe('what a training dossier is called', () => {
  const reference = trainingReference(new Uint8Array(12).map((_, index) => index * 7));

  it('begins with the mark, is nobody else’s name and reads back as typed', () => {
    expect(reference).toMatch(/^THU-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    for (const typed of [reference, reference.toLowerCase(), reference.replace('THU-', 'Thử ')])
      expect(parseTrainingReference(typed)).toEqual({ ok: true, value: reference });
    expect(parseReference(reference).ok).toBe(false);
    expect(parseDossierNumber(reference).ok).toBe(false);
    expect(isDossierNumberOrReference(reference)).toBe(true);
    expect(shortDossierNumber(reference)).toBe(reference);
  });

  it.each(['', 'THU', 'THU-7K3M', 'THU-7K3M-QX2P-9DWA', 'THU-UUUU-UUUU', 'HTU-7K3M-QX2P'])(
    '%s is none',
    (text) => {
      expect(parseTrainingReference(text).ok).toBe(false);
    },
  );
});
