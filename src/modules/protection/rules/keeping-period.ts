import { type CivilDate, parseCivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { whole } from './agency-rule.ts';
import { readPaperNumber } from './asking.ts';

/** A field or one procedure, never both. */
export type KeepingScope =
  | { readonly kind: 'field'; readonly of: string }
  | { readonly kind: 'procedure'; readonly of: string };

/** How long an agency keeps dossiers of a scope, from a day on; rows are only added. */
export interface KeepingPeriod {
  readonly id: string;
  readonly ordinal: number;
  readonly scope: KeepingScope;
  readonly years: number;
  /** Number of the paper that decides it. */
  readonly paper: string;
  readonly validFrom: CivilDate;
  readonly setBy: string;
  readonly setAt: Instant;
}

export type WantedPeriod = Omit<KeepingPeriod, 'id' | 'ordinal' | 'setBy' | 'setAt'>;

export interface Closed {
  readonly procedureCode: string;
  readonly field: string;
  readonly closedOn: CivilDate;
}

type Dated = Pick<KeepingPeriod, 'scope' | 'years' | 'validFrom' | 'ordinal'>;

/**
 * How many years a closed dossier is kept: by the row of its procedure, else of its field, else by the agency's one
 * period. Of several rows the one that began last before the dossier was closed, of one day the later word.
 */
export function yearsFor(
  periods: readonly Dated[],
  { procedureCode, field, closedOn }: Closed,
  agencyYears: number | null,
): number | null {
  const last = (kind: KeepingScope['kind'], of: string) =>
    periods
      .filter((one) => one.scope.kind === kind && one.scope.of === of && one.validFrom <= closedOn)
      .sort((a, b) =>
        a.validFrom === b.validFrom ? b.ordinal - a.ordinal : a.validFrom < b.validFrom ? 1 : -1,
      )
      .at(0);
  return (last('procedure', procedureCode) ?? last('field', field))?.years ?? agencyYears;
}

/**
 * Reads what an officer typed. Refusals: `protection/scope-missing` (neither), `protection/scope-twice` (both),
 * `protection/code-unreadable`, `protection/field-unknown`, `protection/period-years-wrong`, `protection/paper-missing`,
 * those of a date.
 */
export function readPeriod(
  typed: {
    readonly field: string;
    readonly code: string;
    readonly years: string;
    readonly paper: string;
    readonly from: string;
  },
  fields: readonly string[],
): Outcome<WantedPeriod> {
  const scope = scopeOf(typed.field, typed.code.trim(), fields);
  if (!scope.ok) return scope;
  const years = whole(typed.years, 1, 100);
  if (years === undefined) return refused('protection/period-years-wrong', undefined, 'so-nam-rieng');
  const paper = readPaperNumber(typed.paper);
  if (!paper) return refused('protection/paper-missing', undefined, 'van-ban');
  const validFrom = parseCivilDate(typed.from, 'tu-ngay');
  if (!validFrom.ok) return validFrom;
  return accepted({ scope: scope.value, years, paper, validFrom: validFrom.value });
}

function scopeOf(field: string, code: string, fields: readonly string[]): Outcome<KeepingScope> {
  if (field === '' && code === '') return refused('protection/scope-missing', undefined, 'linh-vuc');
  if (field !== '' && code !== '') return refused('protection/scope-twice', undefined, 'thu-tuc');
  if (field === '')
    return /^\d\.\d{6}$/.test(code)
      ? accepted({ kind: 'procedure', of: code })
      : refused('protection/code-unreadable', undefined, 'thu-tuc');
  return fields.includes(field)
    ? accepted({ kind: 'field', of: field })
    : refused('protection/field-unknown', undefined, 'linh-vuc');
}
