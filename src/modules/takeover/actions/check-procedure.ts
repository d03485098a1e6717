import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { fold } from '#kernel/vietnamese-text.ts';
import { dueDate } from '#kernel/working-time/due-date.ts';
import { clockLimit, levelsOn, limitOfCase, type Procedure } from '#modules/catalogue/index.ts';
import type { RowReader } from '../rules/doubt.ts';
import type { OldRow } from '../rules/read-row.ts';
import type { Known } from './known.ts';

export interface FoundProcedure {
  readonly procedure: Procedure;
  readonly caseKey: string | null;
}

/** The version in force on the day of reception, and the case; undefined when there is an error. */
export async function checkProcedure(
  known: Known,
  reader: RowReader,
  row: OldRow,
): Promise<FoundProcedure | undefined> {
  const { procedureCode: code, receivedAt } = row;
  const received = dateOf(receivedAt);
  const versions = await known.versions(code);
  const inForce = versions.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= received) && (validTo === null || received <= validTo),
  );
  const procedure = inForce ?? versions[0];
  if (!procedure) {
    reader.error('procedure-unknown', 'procedure', { code });
    return undefined;
  }
  const about = { code, day: formatCivilDate(received) };
  if (!inForce) reader.warning('procedure-not-in-force', 'procedure', about);
  const { level } = known.at.agency;
  const [then, now] = [received, known.today].map((day) => levelsOn(procedure, day).includes(level));
  if (!then && !now) {
    reader.error('procedure-not-here', 'procedure', about);
    return undefined;
  }
  if (!then) reader.warning('procedure-other-level', 'procedure', about);
  const caseKey = caseOf(reader, procedure, row.caseText);
  return caseKey === undefined ? undefined : { procedure, caseKey };
}

function caseOf(reader: RowReader, { cases }: Procedure, text: string): string | null | undefined {
  const names = cases.map((one) => one.name).join('; ');
  if (text === '') {
    if (cases.length === 0) return null;
    reader.error('case-needed', 'case', { cases: names });
    return undefined;
  }
  const found = cases.find((one) => one.key === text || fold(one.name) === fold(text));
  if (!found) reader.error('case-unknown', 'case', { cases: names });
  return found?.key;
}

/** Our own rule beside the promise: the promise stays, a difference is to be known. */
export function checkDueDate(
  { calendar }: Known,
  reader: RowReader,
  { receivedAt, dueAt }: OldRow,
  { procedure, caseKey }: FoundProcedure,
): void {
  if (!dueAt) return;
  const limit = limitOfCase(procedure, caseKey);
  const counts = limit && clockLimit(limit);
  if (!counts || counts.value === null) return;
  const ours = dueDate(calendar, { received: receivedAt, limit: counts, cutoff: limit.cutoff }).due;
  if (ours === null || dateOf(ours) === dateOf(dueAt)) return;
  reader.warning('due-differs', 'due', {
    promised: formatCivilDate(dateOf(dueAt)),
    ours: formatCivilDate(dateOf(ours)),
    limitValue: counts.value,
    limitUnit: counts.unit,
  });
}
