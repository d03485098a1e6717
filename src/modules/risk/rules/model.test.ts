import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate } from '#kernel/civil-date.ts';
import { instant } from '#kernel/instant.ts';
import { asKnownAt } from './case.ts';
import { evaluate, lastMonths } from './evaluate.ts';
import { fitModel, midnight } from './fit.ts';
import { keepModel, openModel } from './kept-model.ts';
import { riskOf, usuallyNeeds } from './model.ts';
import type { Question } from './question.ts';
import { anInventedPast } from './testing-past.ts';

const cut = civilDate('2022-06-01');
const past = anInventedPast(3_000, 7);
const model = fitModel(past, cut);

const aQuestion: fc.Arbitrary<Question> = fc.record({
  field: fc.constantFrom('Đất đai', 'Tư pháp', 'Lạ'),
  procedure: fc.constantFrom('Đất đai 10', 'Tư pháp 2', 'Lạ'),
  step: fc.constantFrom('tiep-nhan', 'thu-ly', 'ky', 'lạ'),
  office: fc.constantFrom('Đất đai', 'Lãnh đạo', 'Lạ'),
  used: fc.integer({ min: 0, max: 20_000 }),
  stay: fc.integer({ min: 0, max: 20_000 }),
  left: fc.integer({ min: -5_000, max: 20_000 }),
  limit: fc.integer({ min: 1, max: 10_000 }),
  reappointed: fc.boolean(),
  load: fc.integer({ min: 0, max: 5_000 }),
  due: fc.constantFrom(civilDate('2022-06-07'), civilDate('2022-12-30')),
  holder: fc.constantFrom(null, 'Đất đai 1', 'Lạ'),
  holderLoad: fc.integer({ min: 0, max: 500 }),
});
const models = [model, fitModel(anInventedPast(6, 1), cut), fitModel({ ...past, cases: [] }, cut)];
const anyModel = fc.nat({ max: models.length - 1 });

test('law: a probability, however little is known; what is late is 1', () => {
  fc.assert(
    fc.property(aQuestion, anyModel, (question, which) => {
      const any = models[which] ?? model;
      const risk = riskOf(any, question);
      expect(risk).toBeGreaterThanOrEqual(0);
      expect(risk).toBeLessThanOrEqual(1);
      if (question.left < 0) expect(risk).toBe(1);
      expect(usuallyNeeds(any, question)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('law: less time left never lowers it', () => {
  fc.assert(
    fc.property(aQuestion, fc.integer({ min: 0, max: 9_000 }), anyModel, (question, less, which) => {
      const any = models[which] ?? model;
      const later = { ...question, left: question.left - less };
      expect(riskOf(any, later)).toBeGreaterThanOrEqual(riskOf(any, question) - 1e-12);
    }),
  );
});

test('law: a fuller office, fuller hands and an apology never lower it', () => {
  fc.assert(
    fc.property(aQuestion, fc.nat(500), (question, more) => {
      const [load, holderLoad] = [question.load + more, question.holderLoad + more];
      const fuller = { ...question, load, holderLoad, reappointed: true };
      expect(riskOf(model, fuller)).toBeGreaterThanOrEqual(riskOf(model, question) - 1e-12);
    }),
  );
});

test('nothing that came after the cut is looked at; the same past gives the same model', () => {
  const asThen = past.cases.flatMap((one) => asKnownAt(one, midnight(cut)) ?? []);
  expect(keepModel(fitModel({ ...past, cases: asThen }, cut))).toEqual(keepModel(model));
});

test('a model that was kept and opened again says the same', () => {
  const kept = JSON.parse(JSON.stringify(keepModel(model)));
  const opened = openModel(kept);
  if (!opened) throw new Error('not opened');
  expect(openModel({ ...kept, version: 1 })).toBeNull();
  fc.assert(
    fc.property(aQuestion, (question) => {
      expect(riskOf(opened, question)).toBe(riskOf(model, question));
    }),
  );
});

test('on held-out months it beats elapsed ÷ limit, also on its best curve, beyond chance, and is calibrated', () => {
  const found = evaluate(past, { from: civilDate('2022-01-01'), cut, until: instant('2022-07-25T08:00') });
  if (!found) throw new Error('nothing to judge');
  expect(found.split.dossiers).toBeGreaterThan(300);
  expect(found.model.brier).toBeLessThan(found.baseline.brier);
  expect(found.model.brier).toBeLessThan(found.baseline.brierMapped);
  expect(found.gain.low).toBeGreaterThan(0);
  expect(found.model.calibrationError).toBeLessThan(0.1);
  expect(found.byMoment.map(({ moment }) => moment)).toEqual(['accepted', 'half', 'last-day']);
  expect(found.byMoment[0]?.snapshots).toBe(found.split.dossiers);
  expect(found.byMonth.map(({ month }) => month)).toContain('2022-05-01');
  const months = found.byMonth.reduce((sum, { all }) => sum + all.snapshots, 0);
  expect(found.overMonths.all.snapshots).toBe(months);
});

test('with nothing to judge nothing is claimed', () => {
  const split = { from: civilDate('2022-01-01'), cut, until: instant('2022-07-25T08:00') };
  expect(evaluate({ ...past, cases: [] }, split)).toBeNull();
});

test('three of ten months are held out, at least one; of one month its last days', () => {
  const of = (first: string, last: string) => lastMonths(civilDate(first), civilDate(last));
  expect(of('2022-01-04', '2022-07-25')).toBe('2022-06-01');
  expect(of('2022-01-04', '2022-01-24')).toBe('2022-01-18');
  expect(of('2022-01-04', '2022-02-24')).toBe('2022-02-01');
  expect(of('2021-01-04', '2022-12-25')).toBe('2022-06-01');
});
