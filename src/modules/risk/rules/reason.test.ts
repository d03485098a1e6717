import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { fitModel } from './fit.ts';
import type { Model } from './model.ts';
import type { Question } from './question.ts';
import { levelOf, reasonOf } from './reason.ts';
import { anInventedPast } from './testing-past.ts';

const learnt = fitModel(anInventedPast(2_000, 7), civilDate('2022-06-01'));
/** As if this office's past had shown that each of these matters. */
const model: Model = {
  ...learnt,
  weights: [0, 0.5, 0.5, 0.5, 1, 1, 2],
  seasons: { months: { 3: 0.6 }, weekdays: {} },
  usual: { offices: { 'Đất đai': 20 }, holders: { x: 10 } },
};
const calm: Question = {
  ...{ field: 'Đất đai', procedure: 'Đất đai 10', step: 'thu-ly', office: 'Đất đai', limit: 4_800 },
  ...{ used: 200, stay: 100, left: 4_600, due: civilDate('2022-06-07'), reappointed: false },
  ...{ load: 20, holder: 'x', holderLoad: 10 },
};
const why = (change: Partial<Question>) => reasonOf(model, { ...calm, ...change });

test('the strongest cause is named, with its own figures', () => {
  expect(why({ reappointed: true }).code).toBe('re-appointed');
  expect(why({ left: 30 }).code).toBe('needs-longer');
  expect(why({ holderLoad: 40 })).toMatchObject({ code: 'holder-crowded', openNow: 40, openUsual: 10 });
  expect(why({ load: 70 })).toMatchObject({ code: 'crowded', openNow: 70, openUsual: 20 });
  expect(why({ due: civilDate('2022-03-15') }).code).toBe('season');
  expect(why({ due: civilDate('2022-03-15'), holderLoad: 40 }).code).toBe('holder-crowded');
  expect(why({ due: civilDate('2022-03-15'), holderLoad: 12 }).code).toBe('season');
  expect(why({ stay: 3_500, used: 3_500, left: 4_600 }).code).toBe('stays-longer');
  expect(why({}).code).toBe('often');
});

test('what the past has not shown is never named', () => {
  const nothing = { ...model, weights: [0, 0.5, 0.5, 0, 0, 0.5, 2], seasons: { months: {}, weekdays: {} } };
  for (const change of [{ holderLoad: 90 }, { load: 900 }, { due: civilDate('2022-03-15') }])
    expect(reasonOf(nothing, { ...calm, ...change }).code).toBe('often');
});

test('high from two of five, medium from about one of seven', () => {
  expect([0.4, 0.39, 0.15, 0.14].map(levelOf)).toEqual(['high', 'medium', 'medium', 'low']);
});
