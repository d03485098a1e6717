import { type CivilDate, weekday } from '#kernel/civil-date.ts';
import { type Course, wasLate } from './case.ts';
import { effectsOf } from './effects.ts';
import type { LateShares } from './late-shares.ts';

/** Log-odds by which what is due then is late more often (below 0: less); nothing where the past shows no difference. */
export interface Seasons {
  /** By month of the due date, 1 to 12. */
  readonly months: Readonly<Record<number, number>>;
  /** By its day of the week, as `weekday` says it. */
  readonly weekdays: Readonly<Record<number, number>>;
}

/**
 * Of every dossier whose due moment has passed: was it late more often than such dossiers are when they begin? A month
 * of one year alone is no season: only those seen in two years are compared.
 */
export function seasonsOf(courses: readonly Course[], shares: LateShares): Seasons {
  const residuals = courses.flatMap((course) => {
    const late = wasLate(course);
    const [first] = course.legs;
    if (late === null || course.lived <= course.limit || !first) return [];
    const said = shares.at({ ...course, step: first.step, entered: 0 }, 0);
    const { due } = course.promised[0];
    return [{ together: due, said, came: late, due }];
  });
  const years = Map.groupBy(new Set(residuals.map(({ due }) => due.slice(0, 7))), (month) => month.slice(5));
  const comesBack = ({ due }: { readonly due: CivilDate }) => (years.get(due.slice(5, 7))?.length ?? 0) > 1;
  const by = (some: typeof residuals, group: (due: CivilDate) => number) =>
    Object.fromEntries(effectsOf(some.map((one) => ({ ...one, group: group(one.due) }))));
  return { months: by(residuals.filter(comesBack), monthOf), weekdays: by(residuals, weekday) };
}

const monthOf = (due: CivilDate) => Number(due.slice(5, 7));

/** What the time of the year and the day of the week add. */
export const seasonOf = ({ months, weekdays }: Seasons, due: CivilDate): number =>
  (months[monthOf(due)] ?? 0) + (weekdays[weekday(due)] ?? 0);
