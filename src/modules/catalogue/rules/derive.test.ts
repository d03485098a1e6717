import { describe, expect, test } from 'vitest';
import { seedCatalogue } from '../testing.ts';
import { adjustedLimit, chosenCase, feesOfChannel, limitOfCase, papersOfCase } from './case.ts';
import { versionsOf } from './derive.ts';
import type { Procedure } from './procedure.ts';
import { publicProcedure } from './public-procedure.ts';

const data = seedCatalogue();
const versions: Procedure[] = data.procedures.flatMap((written) =>
  versionsOf(written, data.cases).map((content) => ({ versionId: written.code, ...content })),
);

function procedure(code: string, regime?: '2018' | '2025'): Procedure {
  const found = versions.filter((one) => one.code === code);
  const one = regime === '2025' ? found.at(-1) : found[0];
  if (!one) throw new Error(code);
  return one;
}

const days = (code: string, caseKey: string | null) => limitOfCase(procedure(code), caseKey)?.value;

describe('cases from the texts of limits', () => {
  test('marriage: same day, five working days when conditions must be verified', () => {
    expect(limitOfCase(procedure('1.000894'), 'thong-thuong')).toMatchObject({
      value: 1,
      unit: 'trong_ngay',
      cutoff: '15:00',
    });
    expect(limitOfCase(procedure('1.000894'), 'phai-xac-minh')).toMatchObject({
      value: 5,
      unit: 'ngay_lam_viec',
    });
  });

  test('renewal of a land certificate: four cases', () => {
    expect(days('1.012783', 'thong-thuong')).toBe(5);
    expect(days('1.012783', 'dac-biet')).toBe(10);
    expect(days('1.012783', 'vung-kho-khan')).toBe(15);
    expect(days('1.012783', 'vung-kho-khan-dac-biet')).toBe(20);
  });

  test('building permit: a house of one family 15 days, every other building 20', () => {
    expect(days('1.013225', 'nha-o-rieng-le')).toBe(15);
    expect(days('1.013225', 'theo-tuyen')).toBe(20);
    expect(procedure('1.013225').cases.length).toBe(8);
  });

  test('a text that tells how the time is made up is a note, not a case', () => {
    const disability = procedure('1.001699');
    expect(disability.cases).toEqual([]);
    expect(disability.limits).toMatchObject([
      { value: 25, caseKey: null, note: expect.stringContaining('niêm yết') },
    ]);
  });

  test('the chain of three levels and the model of two levels are two dated versions', () => {
    const [old, now] = [procedure('1.001776', '2018'), procedure('1.001776', '2025')];
    expect([old.validTo, old.limits.map((one) => one.value)]).toEqual(['2025-06-30', [20]]);
    expect([now.validFrom, now.limits.map((one) => one.value)]).toEqual(['2025-07-01', [10]]);
  });
});

describe('texts that add time are adjustments with a reason', () => {
  test('recognition of a parent: 3 working days, up to 5 more to verify, never a case of 8', () => {
    const found = procedure('1.001022');
    expect(found.cases).toEqual([]);
    expect(found.limits.map((one) => one.value)).toEqual([3]);
    expect(found.adjustments).toEqual([
      { key: 'xac-minh', reason: 'Phải xác minh', value: 5, unit: 'ngay_lam_viec', caseKey: null },
    ]);
    expect(adjustedLimit(found, null, { key: 'xac-minh', value: 5 })).toEqual({
      ok: true,
      value: { value: 8, unit: 'ngay_lam_viec' },
    });
  });

  test('more than the law allows, or another reason, is refused', () => {
    const found = procedure('1.001022');
    expect(adjustedLimit(found, null, { key: 'xac-minh', value: 6 })).toMatchObject({
      refusal: { code: 'catalogue/adjustment-too-long' },
    });
    expect(adjustedLimit(found, null, { key: 'phuc-tap', value: 1 })).toMatchObject({
      refusal: { code: 'catalogue/no-such-adjustment' },
    });
  });

  test('many copies: the same day, up to two working days more', () => {
    const copies = procedure('2.000815');
    expect(copies.limits).toMatchObject([{ unit: 'trong_ngay' }]);
    expect(adjustedLimit(copies, null, { key: 'phuc-tap', value: 2 })).toMatchObject({
      value: { value: 2, unit: 'ngay_lam_viec' },
    });
  });

  test('civil status corrections: added time belongs to one case only', () => {
    const found = procedure('1.004859');
    expect(adjustedLimit(found, 'thay-doi-cai-chinh', { key: 'xac-minh', value: 3 })).toMatchObject({
      value: { value: 6 },
    });
    expect(adjustedLimit(found, 'bo-sung', { key: 'xac-minh', value: 3 })).toMatchObject({ ok: false });
  });

  test('difficult areas: ten days more where no row of its own says so', () => {
    expect(procedure('1.012796').adjustments).toMatchObject([{ key: 'vung-kho-khan', value: 10 }]);
    expect(procedure('1.012784').adjustments).toEqual([]);
    expect(days('1.012784', 'vung-kho-khan')).toBe(22);
  });
});

describe('cases from conditions of papers', () => {
  test('an abandoned child: the minutes are asked in this case, and then required', () => {
    const birth = procedure('1.001193');
    const names = (key: string) => papersOfCase(birth, key).map((paper) => paper.name);
    expect(names('tre-bi-bo-roi')).toContain('Biên bản về việc trẻ bị bỏ rơi');
    expect(names('thong-thuong')).not.toContain('Biên bản về việc trẻ bị bỏ rơi');
    expect(birth.papers.find((paper) => paper.caseKey === 'tre-bi-bo-roi')?.required).toBe(true);
  });

  test('who submits and what a database holds are no cases', () => {
    expect(procedure('1.004837').cases).toEqual([]);
    expect(procedure('1.004837').papers.map((paper) => paper.condition)).toContain('Khi nộp thay');
  });

  test('a will when life is in danger needs no proof of property', () => {
    const proofs = (key: string) =>
      papersOfCase(procedure('2.001019'), key).filter((paper) => paper.condition !== null).length;
    expect([proofs('thong-thuong'), proofs('tinh-mang-bi-de-doa')]).toEqual([1, 0]);
  });
});

describe('all 133 procedures', () => {
  test('every case has a limit row and every key used is a case', () => {
    expect(data.procedures.length).toBe(133);
    for (const one of versions) {
      const keys = one.cases.map((each) => each.key);
      const used = [...one.limits, ...one.papers, ...one.adjustments].map((each) => each.caseKey);
      expect(used.filter((key) => key !== null && !keys.includes(key))).toEqual([]);
      for (const key of keys.length > 0 ? keys : [null]) {
        expect(limitOfCase(one, key), `${one.code} ${key}`).toBeDefined();
      }
      expect(new Set(one.limits.map((limit) => limit.caseKey)).size, one.code).toBe(one.limits.length);
    }
  });

  test('cases.json says nothing about a text that is not there', () => {
    for (const [code, meaning] of Object.entries(data.cases.procedures)) {
      const written = data.procedures.find((one) => one.code === code);
      const limits = written?.time_limits.map((one) => one.case);
      const conditions = written?.components.map((one) => one.condition);
      for (const text of Object.keys(meaning.limits ?? {})) expect(limits).toContain(text);
      for (const text of Object.keys(meaning.papers ?? {})) expect(conditions).toContain(text);
    }
  });

  test('a text nobody has classed stops the loading', () => {
    const [first] = data.procedures;
    if (!first) throw new Error('no data');
    const changed = { ...first, time_limits: [{ value: 3, unit: 'ngay' as const, case: 'mới' }] };
    expect(() => versionsOf(changed, data.cases)).toThrow('mới');
  });
});

test('a case must be chosen where there are some', () => {
  expect(chosenCase(procedure('1.000894'), null)).toMatchObject({
    refusal: { code: 'catalogue/case-needed' },
  });
  expect(chosenCase(procedure('1.000894'), 'x')).toMatchObject({
    refusal: { code: 'catalogue/unknown-case' },
  });
  expect(chosenCase(procedure('1.004837'), null)).toEqual({ ok: true, value: null });
});

test('fees: decided locally is not free; a channel without its own fee pays as at the counter', () => {
  expect(procedure('1.000656').fees[0]?.amount).toBeNull();
  const amounts = (channel: 'direct' | 'post' | 'online') =>
    feesOfChannel(procedure('1.004222'), channel).map((fee) => fee.amount);
  expect([amounts('direct'), amounts('online'), amounts('post')]).toEqual([[20000], [10000], [20000]]);
});

describe('what citizens see', () => {
  test('nothing unchecked: no marks, no unchecked notes, no unchecked details', () => {
    const marriage = publicProcedure(procedure('2.000806'));
    expect(marriage).not.toHaveProperty('confidence');
    expect(marriage).not.toHaveProperty('unverified');
    expect(marriage.note).toBeNull();
    const old = publicProcedure(procedure('1.009994'));
    expect([old.detailsAreChecked, old.papers, old.limits]).toEqual([false, [], []]);
  });

  test('an unchecked name of a case goes, the number stays', () => {
    const changed = publicProcedure(procedure('1.013833'));
    expect(changed.limits.map((limit) => [limit.value, limit.caseKey, limit.note])).toEqual([
      [5, null, null],
      [10, null, null],
    ]);
  });
});
