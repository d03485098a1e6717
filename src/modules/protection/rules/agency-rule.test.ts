import { expect, test } from 'vitest';
import { readAgencyRule } from './agency-rule.ts';

const typed = { strangers: '40', years: '10', paper: '12/QĐ-UBND' };
const answer = (change: Partial<typeof typed>) => {
  const read = readAgencyRule({ ...typed, ...change });
  return read.ok ? read.value : `${read.refusal.code} ${read.refusal.field}`;
};

test('a limit, and a period with the paper that decides it', () => {
  expect(answer({})).toEqual({ strangersADay: 40, retentionYears: 10, retentionPaper: '12/QĐ-UBND' });
  expect(answer({ years: ' ', paper: '12/QĐ-UBND' })).toMatchObject({
    retentionYears: null,
    retentionPaper: null,
  });
});

test('what cannot be is refused beside its field', () => {
  for (const strangers of ['', '4', '1001', '-5', '1e2', '٣٠', '30.5', "30'--"])
    expect(answer({ strangers }), strangers).toBe('protection/strangers-wrong nguong');
  for (const years of ['0', '101', 'mười']) expect(answer({ years })).toBe('protection/years-wrong so-nam');
  expect(answer({ paper: '' })).toBe('protection/paper-missing quyet-dinh');
  expect(answer({ paper: 'theo chị Lan' })).toBe('protection/paper-missing quyet-dinh');
});
