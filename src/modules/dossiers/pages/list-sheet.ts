import type { Actor } from '#kernel/actor.ts';
import { dateOf, formatCivilDate } from '#kernel/civil-date.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { bytes, type Reply } from '#platform/http/route.ts';
import type { Words } from '#platform/i18n/words.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import type { DossierLine } from '../store/lists.ts';
import type { DossierPageDeps } from './page-deps.ts';

/** More is narrowed by the filters first. */
export const MOST_ON_SHEET = 5000;
const AT_ONCE = 500;

/** All lines behind a list, page by page, up to what a sheet holds. */
export async function allLines(
  pageAfter: (last: DossierLine | null, limit: number) => Promise<readonly DossierLine[]>,
): Promise<DossierLine[]> {
  const lines: DossierLine[] = [];
  for (let last: DossierLine | null = null; lines.length < MOST_ON_SHEET; ) {
    const found = await pageAfter(last, AT_ONCE);
    lines.push(...found);
    last = found.at(-1) ?? null;
    if (found.length < AT_ONCE) break;
  }
  return lines;
}

interface SheetList {
  readonly name: string;
  readonly title: string;
  readonly lines: readonly DossierLine[];
  /** In words; only where the list says it. */
  readonly riskOf?: (line: DossierLine) => string;
}

/** The columns of the list on a sheet; what was taken away is logged. */
export async function sheetOfLines(
  deps: DossierPageDeps,
  t: Words,
  { actor, origin }: { readonly actor: Actor; readonly origin: AuditOrigin },
  list: SheetList,
): Promise<Reply> {
  const day = (at: DossierLine['dueAt']) => (at ? formatCivilDate(dateOf(at)) : '');
  const fields: (readonly [head: string, width: number, of: (line: DossierLine) => string])[] = [
    [t('dossiers.list.number'), 28, (line) => line.name],
    [t('dossiers.list.procedure'), 44, (line) => line.procedureName],
    [t('dossiers.list.applicant'), 28, (line) => line.applicantName ?? t('dossiers.list.erased')],
    [t('dossiers.list.received'), 12, (line) => day(line.receivedAt)],
    [t('dossiers.list.due'), 12, (line) => day(line.dueAt)],
    [t('dossiers.list.state'), 20, (line) => t(`dossiers.state.${line.state}`)],
    [t('dossiers.list.to-do'), 28, (line) => t(`dossiers.task.${line.task}`)],
    ...(list.riskOf ? [[t('dossiers.list.risk'), 60, list.riskOf] as const] : []),
  ];
  const columns = fields.map(([head, width]) => ({ head, width }));
  const rows = list.lines.map((line) => fields.map(([, , of]) => of(line)));
  await record(deps.db, {
    ...origin,
    action: 'dossiers/export',
    accountId: actor.accountId,
    subject: { kind: 'list', id: `${list.name} ${rows.length}` },
    result: 'allowed',
  });
  return bytes(await writeSheet(list.title, columns, rows), XLSX, `${list.name}.xlsx`);
}
