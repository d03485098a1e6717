import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { seedCatalogue } from '../testing.ts';
import vi from '../words/vi.json' with { type: 'json' };
import { versionsOf } from './derive.ts';
import { type Level, regimeOn } from './procedure.ts';
import { whereToGo } from './where-to-go.ts';

const data = seedCatalogue();
const versions = data.procedures.flatMap((written) =>
  versionsOf(written, data.cases).map((content) => ({ versionId: written.code, ...content })),
);
const in2022 = civilDate('2022-07-25');
const in2025 = civilDate('2025-07-01');

function answer(code: string, level: Level, on: typeof in2022): string {
  const found = versions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  const outcome = whereToGo(found, level, on);
  return outcome.ok ? 'here' : outcome.refusal.code;
}

test('level and regime decide', () => {
  expect(answer('1.001193', 'xa', in2022)).toBe('here');
  expect(answer('1.001193', 'huyen', in2022)).toBe('catalogue/go-to-commune-2018');
  expect(answer('1.001612', 'xa', in2022)).toBe('catalogue/go-to-district-2018');
  expect(answer('1.001612', 'xa', in2025)).toBe('here');
  expect(answer('3.000333', 'huyen', in2022)).toBe('catalogue/go-to-province-2018');
  expect(answer('1.012783', 'xa', in2025)).toBe('catalogue/go-to-province-2025');
});

test('validity decides', () => {
  expect(answer('1.013225', 'huyen', in2022)).toBe('catalogue/not-yet-valid');
  expect(answer('1.009994', 'huyen', in2022)).toBe('here');
  expect(answer('1.009994', 'xa', in2025)).toBe('catalogue/replaced');
  expect(answer('1.004199', 'huyen', civilDate('2024-08-01'))).toBe('catalogue/no-longer-valid');
});

test('every answer has words', () => {
  const words = vi as Record<string, string>;
  for (const version of versions) {
    for (const level of ['xa', 'huyen', 'tinh'] as const) {
      for (const on of [in2022, in2025]) {
        const outcome = whereToGo(version, level, on);
        if (outcome.ok) continue;
        const key = outcome.refusal.code.replace('catalogue/', 'refusal.');
        expect(words[key], `${key} ${regimeOn(on)}`).toBeDefined();
      }
    }
  }
});
