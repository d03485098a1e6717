import { z } from 'zod';
import { isInstant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { numberedFields, type RegisterField, registerFields } from '../papers/register-fields.ts';
import { keeper, type RegisterMonth, spanOf } from '../rules/registers.ts';
import { numberedRows, type ReceivedPlace, type RowDeps, receivedRows } from './register-rows.ts';

export interface RegisterLine {
  readonly dossier: string;
  readonly cells: readonly string[];
}

export interface RegisterPart {
  readonly lines: readonly RegisterLine[];
  /** Where the next ones go on; null: these are the last. */
  readonly next: string | null;
}

/** Some lines of a month; what nobody here has written begins it. The caller knows that it is theirs, and logs it. */
export async function registerPart(
  deps: RowDeps,
  t: Words,
  register: RegisterMonth,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<RegisterPart> {
  const { kind, month } = register;
  const asked = { officeId: keeper(register), ...spanOf(month), limit };
  if (kind === 'received') {
    const { rows, next } = await receivedRows(deps, { ...asked, after: placeIn(after) });
    const lines = linesOf(registerFields(t), rows, (row) => row.number);
    return { lines, next: next && `${next.at}_${next.id}` };
  }
  const beyond = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const { rows, next } = await numberedRows(deps, { ...asked, register: kind, after: beyond });
  const lines = linesOf(numberedFields(t), rows, (row) => row.dossier);
  return { lines, next: next === null ? null : String(next) };
}

const AT_ONCE = 500;

/** The whole month to its last line, as the sheet and the print hold it. */
export async function registerLines(
  deps: RowDeps,
  t: Words,
  register: RegisterMonth,
): Promise<RegisterLine[]> {
  const lines: RegisterLine[] = [];
  let after: string | null = null;
  do {
    const part: RegisterPart = await registerPart(deps, t, register, {
      after: after ?? undefined,
      limit: AT_ONCE,
    });
    lines.push(...part.lines);
    after = part.next;
  } while (after);
  return lines;
}

function linesOf<Row>(
  fields: readonly RegisterField<Row>[],
  rows: readonly Row[],
  dossierOf: (row: Row) => string,
): RegisterLine[] {
  return rows.map((row) => ({ dossier: dossierOf(row), cells: fields.map(({ of }) => of(row)) }));
}

function placeIn(text: string | undefined): ReceivedPlace | null {
  const [at = '', id = ''] = text?.split('_') ?? [];
  return isInstant(at) && z.uuid().safeParse(id).success ? { at, id } : null;
}
