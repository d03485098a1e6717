import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome } from '#kernel/refusal.ts';
import { levelsOn, listProcedures, regimeOn } from '#modules/catalogue/index.ts';
import { listOfficesEver, nameAccounts, type OfficeInForce } from '#modules/identity/index.ts';
import { listHandled } from '#modules/workflow/index.ts';
import type { Queries } from '#platform/db/database.ts';
import {
  type AgencyLevel,
  type CatalogueShares,
  onlineScore,
  organisationScore,
  publicityScore,
} from '../rules/catalogue-scores.ts';
import { type IndexedLevel, indexColumns, indexLine } from '../rules/index-columns.ts';
import { lastEntries, quartersOf, scoredOfEntries } from '../rules/index-entry.ts';
import { type Index, type Scored, scoreOf, typedIndices } from '../rules/index-scores.ts';
import type { ReportAsked, ReportLine, ReportTable } from '../rules/report-table.ts';
import { wholeMonths } from '../rules/whole-months.ts';
import { type KeptEntry, listEntries } from '../store/index-entries.ts';
import { type IndexPoints, lastCounted, sumPoints } from '../store/index-months.ts';
import { agenciesAsked } from './ask-period.ts';
import { namesOf } from './lines-by-handler.ts';

interface Sources {
  readonly points: readonly IndexPoints[];
  readonly entries: readonly KeptEntry[];
  readonly shares: ReadonlyMap<string, CatalogueShares>;
}

/**
 * The nine indices of the whole months of a period: of each agency, and where one is asked for of its offices and officers.
 * Points of dossiers are those that a job has counted (`countedAt`). Refusals: those of
 * `agenciesAsked` and `wholeMonths`.
 */
export async function makeIndices(
  q: Queries,
  asked: ReportAsked,
  now: Instant,
): Promise<Outcome<ReportTable>> {
  const found = await agenciesAsked(q, asked, now);
  if (!found.ok) return found;
  const agencies = found.value;
  const agencyIds = agencies.map(({ id }) => id);
  const today = dateOf(now);
  const months = wholeMonths(asked, today);
  if (!months.ok) return months;
  const { from, to } = months.value;
  const points = await sumPoints(q, { from, to, agencyIds });
  const [lastDay = today] = [to, today].sort();
  const sources: Sources = {
    points,
    entries: lastEntries(await listEntries(q, agencyIds, quartersOf(from, to))),
    shares: await sharesOf(q, lastDay),
  };
  const [one, ...others] = agencies;
  const lines = [
    ...agencies.map((agency) => agencyLine(agency, sources)),
    ...(one && others.length === 0 ? await linesWithin(q, sources) : []),
  ];
  const countedAt = await lastCounted(q);
  return accepted({ at: now, agencyIds, columns: indexColumns, lines, countedAt });
}

function agencyLine({ id, name, level }: OfficeInForce, sources: Sources): ReportLine {
  const scores = historyScores(sources, 'agency', id);
  const shares = sources.shares.get(level);
  const filed = pointsOf(sources, 'agency', id, 9);
  if (shares) {
    scores.set(5, scoreOf(organisationScore(shares)));
    scores.set(6, scoreOf(publicityScore(shares)));
    scores.set(9, scoreOf(onlineScore(shares, filed)));
  }
  for (const index of typedIndices) {
    const own = sources.entries.filter((one) => one.agencyId === id && one.index === index && !one.accountId);
    const scored = scoredOfEntries(index, own);
    scores.set(index, scored && scoreOf(scored));
  }
  return {
    of: 'agency',
    key: id,
    name,
    values: indexLine('agency', scores, pointsOf(sources, 'agency', id, 1).of),
  };
}

async function linesWithin(q: Queries, sources: Sources): Promise<ReportLine[]> {
  const subjects = (level: IndexedLevel) => [
    ...new Set(sources.points.filter((one) => one.level === level).map(({ subjectId }) => subjectId)),
  ];
  const officeName = namesOf(await listOfficesEver(q));
  const people = await nameAccounts(q, subjects('officer'));
  const line = (level: 'office' | 'officer', id: string, name: string): ReportLine => {
    const scores = historyScores(sources, level, id);
    const typed = sources.entries.filter((one) => one.accountId === id);
    const attitude = level === 'officer' ? scoredOfEntries(7, typed) : null;
    scores.set(7, attitude && scoreOf(attitude));
    return { of: level, key: id, name, values: indexLine(level, scores, pointsOf(sources, level, id, 1).of) };
  };
  const byName = (a: ReportLine, b: ReportLine) => a.name.localeCompare(b.name, 'vi');
  return [
    ...subjects('office')
      .map((id) => line('office', id, officeName(id)))
      .sort(byName),
    ...subjects('officer')
      .map((id) => line('officer', id, people.get(id) ?? ''))
      .sort(byName),
  ];
}

function historyScores(sources: Sources, level: IndexedLevel, id: string): Map<Index, number | null> {
  const indices = [1, 2, 3, 4] as const;
  return new Map(indices.map((index) => [index, scoreOf(pointsOf(sources, level, id, index))]));
}

function pointsOf({ points }: Sources, level: IndexedLevel, id: string, index: Index): Scored {
  const found = points.find((one) => one.level === level && one.subjectId === id && one.index === index);
  return { points: found?.points ?? 0, of: found?.scored ?? 0 };
}

/** What the catalogue of a day says, by level. */
async function sharesOf(q: Queries, on: CivilDate): Promise<Map<string, CatalogueShares>> {
  const handled = await listHandled(q, regimeOn(on));
  const procedures = await listProcedures(q, { on });
  const of = (level: AgencyLevel): CatalogueShares => {
    const own = procedures.filter((procedure) => levelsOn(procedure, on).includes(level));
    const processed = own.filter(({ code, field }) =>
      handled.some((one) => one.level === level && (one.code === code || (!one.code && one.field === field))),
    );
    return {
      ...{ level, procedures: own.length, atOneStop: processed.length },
      whole: own.filter(({ papers, limits }) => papers.length > 0 && limits.length > 0).length,
      online: own.filter(({ channels }) => channels.includes('online')).length,
    };
  };
  const levels = ['tinh', 'huyen', 'xa'] as const;
  return new Map(levels.map((level) => [level, of(level)]));
}
