import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { REAL } from './real-dossiers.ts';

/** Something that waits beside the work one holds. */
export interface AskedLine {
  readonly name: string;
  readonly applicantName: string | null;
  readonly procedureName: string;
  /** Until the end of this day. */
  readonly until: CivilDate;
}

const MOST = 50;

/**
 * Opinions that these offices were asked for and have not given, or what they, or whoever held a dossier of theirs before, wait
 * for `outside` this system, the most urgent first.
 */
export async function listOpenOpinions(
  q: Queries,
  officeIds: readonly string[],
  outside: boolean,
): Promise<AskedLine[]> {
  if (officeIds.length === 0) return [];
  const rows = await q
    .selectFrom('dossiers.opinion as o')
    .innerJoin(REAL.as('d'), 'd.id', 'o.dossier_id')
    .where((eb) => {
      const own = eb('o.office_id', 'in', officeIds);
      return outside ? eb.or([own, eb('d.holder_office_id', 'in', officeIds)]) : own;
    })
    .where('o.answered_at', 'is', null)
    .where('o.outside', outside ? 'is not' : 'is', null)
    .where('d.state', 'in', ['in-progress', 'awaiting-supplement', 'awaiting-payment'])
    .select((eb) => [
      eb.fn.coalesce('d.number', 'd.reference').as('name'),
      'd.applicant_name as applicantName',
      'd.procedure_name as procedureName',
      'o.answer_by as until',
    ])
    .orderBy('o.answer_by')
    .orderBy('d.id')
    .limit(MOST)
    .execute();
  return rows as AskedLine[];
}

/** Supplements that did not come in time: proposed for closing, a person decides. */
export async function listSilent(
  q: Queries,
  intakeOfficeIds: readonly string[],
  today: CivilDate,
): Promise<AskedLine[]> {
  if (intakeOfficeIds.length === 0) return [];
  const rows = await q
    .selectFrom(REAL.as('d'))
    .where('holder_office_id', 'in', intakeOfficeIds)
    .where('state', '=', 'awaiting-supplement')
    .where('respond_by', '<', today)
    .select((eb) => [
      eb.fn.coalesce('number', 'reference').as('name'),
      'applicant_name as applicantName',
      'procedure_name as procedureName',
      'respond_by as until',
    ])
    .orderBy('respond_by')
    .orderBy('id')
    .limit(MOST)
    .execute();
  return rows as AskedLine[];
}
