import { expect, test } from 'vitest';
import { createWords } from '#platform/i18n/words.ts';
import { knownReports } from './known-reports.ts';
import { moduleWords } from './module-words.ts';

test('every report has a code of its own, a title in both languages and the clock of the law', () => {
  expect(new Set(knownReports.map(({ code }) => code)).size).toBe(knownReports.length);
  for (const language of ['vi', 'en'] as const)
    for (const { words, clocks } of knownReports) {
      expect(words(createWords(moduleWords)(language), 'legal').title).not.toMatch(/^[a-z0-9-]+\./);
      expect(clocks).toContain('legal');
    }
});
