import { expect, test } from 'vitest';
import { signingLine } from './signing-line.ts';

test.each([
  ['Chủ tịch', null, 'Chủ tịch'],
  ['Phó Chủ tịch', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  ['Phó Chủ tịch phụ trách lĩnh vực văn hóa - xã hội', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  ['Phó Chủ tịch kiêm Giám đốc Trung tâm Phục vụ hành chính công', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  ['Trưởng phòng, ký thừa lệnh Chủ tịch', 'TL. Chủ tịch', 'Trưởng phòng'],
  ['Giám đốc, ký thừa ủy quyền Chủ tịch', 'TUQ. Chủ tịch', 'Giám đốc'],
  ['Phó trưởng phòng', 'KT. Trưởng phòng', 'Phó trưởng phòng'],
  ['Trưởng Công an', null, 'Trưởng Công an'],
  ['', null, ''],
])('%s signs %s', (title, onBehalf, shown) => {
  expect(signingLine({ name: 'Đỗ Quốc Sơn', title })).toEqual({
    name: 'Đỗ Quốc Sơn',
    title: shown,
    onBehalf,
  });
});

test.each([
  ['Phó Chủ tịch phụ trách kinh tế', 'KT', 'Chủ tịch', 'KT. Chủ tịch', 'Phó Chủ tịch'],
  ['Trưởng phòng, ký thừa lệnh Chủ tịch', 'TL', 'Chủ tịch', 'TL. Chủ tịch', 'Trưởng phòng'],
  ['Giám đốc Trung tâm', 'TUQ', 'chủ tịch', 'TUQ. Chủ tịch', 'Giám đốc Trung tâm'],
  ['Phó trưởng phòng', 'TL', 'Chủ tịch', 'TL. Chủ tịch', 'Phó trưởng phòng'],
  ['', 'KT', 'Chủ tịch', 'KT. Chủ tịch', ''],
] as const)('%s by a delegation %s of %s', (title, manner, whose, onBehalf, shown) => {
  const line = signingLine({ name: 'Đỗ Quốc Sơn', title, signsFor: { manner, title: whose } });
  expect(line).toEqual({ name: 'Đỗ Quốc Sơn', title: shown, onBehalf });
});
