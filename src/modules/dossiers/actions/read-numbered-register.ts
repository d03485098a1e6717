import type { CivilDate } from '#kernel/civil-date.ts';
import { record } from '#modules/audit/index.ts';
import { listEntriesBetween } from '#modules/documents/index.ts';
import { type NumberedRegister, type NumberedRow, numberedRow } from '../rules/numbered-row.ts';
import { openDossiers } from '../store/dossiers.ts';
import type { DossierDeps } from './deps.ts';
import type { DossierReader } from './read-dossier.ts';

export interface NumberedQuestion {
  /** Who keeps it; the caller knows that it is theirs. */
  readonly officeId: string;
  readonly register: NumberedRegister;
  /** Both in one year. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly after: number;
  readonly limit: number;
}

/** A register of numbered papers, in the order of its numbers; one line of the log for the whole page. */
export async function readNumberedRegister(
  deps: DossierDeps,
  { actor, origin }: DossierReader,
  question: NumberedQuestion,
): Promise<{ readonly rows: readonly NumberedRow[]; readonly next: number | null }> {
  const { officeId, register, from, to, after, limit } = question;
  const series = { officeId, register, year: Number(from.slice(0, 4)) };
  const entries = await listEntriesBetween(deps.db, series, { from, to }, { after, limit });
  const opened = await openDossiers(
    deps.db,
    entries.map(({ subjectId }) => subjectId),
    deps,
  );
  const rows = entries.flatMap((entry) => {
    const one = opened.get(entry.subjectId);
    return one ? [numberedRow(entry, one.dossier, one.events)] : [];
  });
  await record(deps.db, {
    ...origin,
    action: 'dossiers/read-register',
    accountId: actor.accountId,
    subject: { kind: 'register', id: `${officeId} ${register} ${from} ${to}` },
    result: 'allowed',
  });
  return { rows, next: entries.length === limit ? (entries.at(-1)?.number ?? null) : null };
}
