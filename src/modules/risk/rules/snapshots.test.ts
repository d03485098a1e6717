import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { coursesKnownAt } from './case.ts';
import { loadsAt, snapshotsAt, usualLoads } from './snapshots.ts';
import { anInventedPast } from './testing-past.ts';

const until = instant('2022-07-25T08:00');
const invented = anInventedPast(1_500, 11, until);
/** Every fifth date was moved by a decision of May; every seventh dossier got an apology in June. */
const past = {
  ...invented,
  cases: invented.cases.map((one, n) => ({
    ...one,
    dueMoved:
      n % 5 === 0 && one.dueAt
        ? [{ at: instant('2022-05-10T09:00'), dueAt: instant(`${one.dueAt.slice(0, 10)}T11:00`) }]
        : [],
    reappointedAt: n % 7 === 0 ? instant('2022-06-08T15:00') : null,
    pauses: n % 11 === 0 ? [{ from: instant('2022-05-09T08:00'), to: instant('2022-05-11T08:00') }] : [],
  })),
};

test.each(['2022-03-15T08:00', '2022-05-10T08:00', '2022-06-08T14:00', '2022-06-09T14:00'])(
  'law: what is asked at %s is what was known then; what came later changes no question',
  (text) => {
    const moment = instant(text);
    const later = snapshotsAt(coursesKnownAt(past.cases, past.axisOf, until), [moment], 1);
    const then = coursesKnownAt(past.cases, past.axisOf, moment).map((course) => ({
      ...course,
      // all of them, also those of which nobody knew then what becomes of them
      ...{ lived: Number.POSITIVE_INFINITY, seen: Number.POSITIVE_INFINITY },
    }));
    const known = new Map(snapshotsAt(then, [moment], 1).map(({ of, question }) => [of, question]));
    expect(later.length).toBeGreaterThan(20);
    for (const { of, question } of later) expect(question).toEqual(known.get(of));
  },
);

test('how much lies with an office and in a pair of hands; who held nothing was away', () => {
  const courses = coursesKnownAt(past.cases, past.axisOf, until);
  const moments = [instant('2022-05-03T08:00'), instant('2022-05-03T14:00')];
  const loads = loadsAt(courses, moments, 1);
  const sum = (of: ReadonlyMap<string, Float64Array>) =>
    [...of.values()].reduce((all, one) => all + (one[0] ?? 0), 0);
  expect(sum(loads.holders)).toBeGreaterThan(0);
  expect(sum(loads.holders)).toBeLessThanOrEqual(sum(loads.offices));
  const steady = Float64Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? 4 : 0));
  const usual = usualLoads({
    offices: new Map([['o', steady]]),
    holders: new Map([
      ['h', steady],
      ['new', steady.slice(0, 10)],
    ]),
  });
  expect(usual).toEqual({ offices: { o: 2 }, holders: { h: 4 } });
});
