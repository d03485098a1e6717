import { expect, test } from 'vitest';
import { createSay } from '../say.ts';
import { tellVerified } from './tell-verified.ts';

function told(language: 'vi' | 'en', report: Parameters<typeof tellVerified>[0]): string {
  const lines: string[] = [];
  tellVerified(
    report,
    createSay(language, (text) => lines.push(text) > 0),
  );
  return lines.join('');
}

const history = { dossiers: 390, events: 2939, erased: 0, roots: 2, lastRoot: '2022-07-24' };

test('what is whole is counted in the words of the reader; nothing counted, nothing in brackets', () => {
  const report = {
    history: { ok: true, ...history },
    audit: { ok: true, batches: 3, entries: 412, head: '00ff' },
    papers: { ok: true, papers: 1079, signatures: 286 },
    'account-reviews': { ok: true, reviews: 1 },
    files: { ok: true, files: 13 },
    certification: { ok: true },
  };
  expect(told('vi', report).trim().split('\n')).toEqual([
    'Diễn biến hồ sơ: nguyên vẹn (390 hồ sơ, 2939 dòng diễn biến, 0 hồ sơ đã hủy phần riêng tư, 2 niêm phong ngày, lần cuối 2022-07-24).',
    'Nhật ký truy cập: nguyên vẹn (3 lô, 412 dòng đã niêm phong, mã cuối 00ff).',
    'Giấy tờ đã ký: nguyên vẹn (1079 giấy tờ, 286 chữ ký).',
    'Rà soát tài khoản đã ký: nguyên vẹn (1 lần rà soát).',
    'Tệp lưu giữ: nguyên vẹn (13 tệp).',
    'Sổ chứng thực: nguyên vẹn.',
  ]);
  expect(told('en', report)).not.toMatch(/main\.|\(\)/);
});

test('what is wrong is named as it stands in the tables', () => {
  const broken = { audit: { ok: false, batch: 4, position: '1700', problem: 'entry-changed' } };
  expect(told('vi', broken)).toContain(
    'SAI LỆCH, dòng sai đầu tiên: batch 4, position 1700, problem entry-changed',
  );
});
