import type { CivilDate } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import type { RegisterEntry, RegisterSeries } from './registers.ts';

/** An entry with the paper it gave a number. */
export interface NumberedEntry extends RegisterEntry {
  /** As it stands on the paper: `12/QĐ-UBND`. */
  readonly paperNumber: string | null;
}

/** Entries of a year's register between two days, both included, in the order of their numbers. */
export async function listEntriesBetween(
  q: Queries,
  { officeId, register, year }: RegisterSeries,
  span: { readonly from: CivilDate; readonly to: CivilDate },
  page: { readonly after: number; readonly limit: number },
): Promise<NumberedEntry[]> {
  return q
    .selectFrom('documents.register_entry as e')
    .leftJoin('documents.paper as p', 'p.id', 'e.paper_id')
    .where('e.office_id', '=', officeId)
    .where('e.register', '=', register)
    .where('e.year', '=', year)
    .where('e.number', '>', page.after)
    .where('e.entered_at', '>=', `${span.from}T00:00:00+07:00` as Instant)
    .where('e.entered_at', '<=', `${span.to}T23:59:59+07:00` as Instant)
    .orderBy('e.number')
    .limit(page.limit)
    .select([
      'e.number',
      'e.paper_id as paperId',
      'e.subject_id as subjectId',
      'e.entered_at as enteredAt',
      'e.void_at as voidAt',
      'e.void_reason as voidReason',
      'p.number as paperNumber',
    ])
    .execute();
}
