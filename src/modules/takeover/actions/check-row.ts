import type { OldDossier } from '#modules/dossiers/index.ts';
import type { RowReader } from '../rules/doubt.ts';
import { type OldRow, readRow } from '../rules/read-row.ts';
import { checkNumber } from './check-number.ts';
import { checkPlace } from './check-place.ts';
import { checkDueDate, checkProcedure, type FoundProcedure } from './check-procedure.ts';
import { checkStanding } from './check-standing.ts';
import type { Known } from './known.ts';

/** A row with what it still costs. */
export interface RowToTake {
  readonly old: OldDossier;
  readonly feeDue: number;
}

/** Reads a row and compares it with what is known; null: its doubts hold an error. */
export async function checkRow(known: Known, reader: RowReader, sha256: string): Promise<RowToTake | null> {
  const row = readRow(reader, known.calendar, known.now);
  if (!row) return null;
  await checkNumber(known, reader, row);
  await checkPlace(known, reader, row);
  const found = await checkProcedure(known, reader, row);
  if (!found) return null;
  checkDueDate(known, reader, row, found);
  const plan = await known.plan(found.procedure);
  if (!plan) {
    reader.error('no-process', 'procedure', { code: row.procedureCode });
    return null;
  }
  const standing = await checkStanding(known, reader, row, plan.steps);
  if (!standing || reader.doubts.some((doubt) => doubt.severity === 'error')) return null;
  return { old: oldDossier(known, row, found, { standing, plan, sha256 }), feeDue: row.fee.due };
}

function oldDossier(
  { at, deps, calendar }: Known,
  row: OldRow,
  { procedure, caseKey }: FoundProcedure,
  { standing, plan, sha256 }: Pick<OldDossier, 'standing' | 'plan'> & { readonly sha256: string },
): OldDossier {
  const { number, channel, returnMethod, applicant, authorised, receivedAt, dueAt, fee } = row;
  return {
    ...{ number, procedure, receivedAt, dueAt, standing, plan, calendar },
    oneStop: at.oneStop,
    agency: at.agency,
    input: {
      ...{ channel, returnMethod, caseKey },
      adjustment: null,
      assisted: false,
      sets: 1,
      fee: { amount: fee.paid + fee.due, way: wayOf(fee), basis: null },
    },
    personal: {
      applicants: [applicant],
      authorised,
      papers: papersOf(row.papers, deps.paperWords('takeover.paper.received')),
      note: null,
    },
    notes: { history: row.notes, waitingFor: row.waitingFor },
    source: { sha256, row: row.row },
  };
}

function wayOf({ paid, due }: OldRow['fee']): 'at-return' | 'cash' | 'none' {
  if (due > 0) return 'at-return';
  return paid > 0 ? 'cash' : 'none';
}

function papersOf(count: number, name: string): OldDossier['personal']['papers'] {
  if (count === 0) return [];
  const paper = { key: null, way: 'submit', certifiedCopies: 0, photocopies: 0, files: [] } as const;
  return [{ ...paper, name, originals: count }];
}
