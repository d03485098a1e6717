import { z } from 'zod';
import { type Instant, isInstant } from '#kernel/instant.ts';
import { readableOffices } from '#modules/dossiers/index.ts';
import { listOfficesEver } from '#modules/identity/index.ts';
import { notFound, type Reply, type Request, refusedPage } from '#platform/http/route.ts';
import { passing } from '../actions/lines-by-handler.ts';
import { lineKinds, type ReportLine, type ReportTable } from '../rules/report-table.ts';
import type { ColumnSelection } from '../rules/selection.ts';
import type { Readable } from '../store/behind.ts';
import type { Behind } from '../store/behind-rows.ts';
import type { ReportPageDeps } from './page-deps.ts';
import { type AskedReport, readAsked, reportHref, type reportParams, reportQuery } from './report-asked.ts';

/** A number of a report in an address: its line and its column, and where a list goes on. */
export const numberQuery = z.object({
  ...reportQuery,
  dong: z.enum(lineKinds).catch('sum'),
  muc: z.string().max(300).catch(''),
  cot: z.string().max(40).catch(''),
  sau: z.string().max(120).optional().catch(undefined),
});
export type AskingNumber = Request<z.infer<typeof reportParams>, z.infer<typeof numberQuery>>;

export interface AskedNumber {
  readonly asked: AskedReport;
  readonly table: ReportTable;
  readonly line: ReportLine;
  readonly column: string;
}

/** Where what a number counts stands under its report: `/ho-so`, `/danh-sach`. */
export type NumberPath = '/ho-so' | '/danh-sach';

/** The address of the list of a number, or of its sheet. */
export function numberHref(
  { asked, line, column }: Pick<AskedNumber, 'asked' | 'line' | 'column'>,
  rest: NumberPath | `${NumberPath}.xlsx`,
  after?: string,
): string {
  return reportHref(asked, rest, { dong: line.of, muc: line.key || undefined, cot: column, sau: after });
}

/** The number that is asked for, or the answer instead. */
export async function readNumber(
  deps: ReportPageDeps,
  request: AskingNumber,
): Promise<{ readonly reply: Reply } | { readonly reply?: undefined; readonly number: AskedNumber }> {
  const { query: typed } = request;
  const asked = await readAsked(deps, request, request.params.ma, typed);
  if (!asked) return { reply: notFound() };
  const [refusal] = asked.period.refusals;
  if (refusal) return { reply: refusedPage(refusal) };
  const made = await asked.report.make(deps.db, asked.asked, request.legalNow);
  if (!made.ok) return { reply: refusedPage(made.refusal) };
  const { columns, lines } = made.value;
  const line = lines.find(({ of, key }) => of === typed.dong && key === typed.muc);
  if (!line || !columns.includes(typed.cot)) return { reply: notFound() };
  return { number: { asked, table: made.value, line, column: typed.cot } };
}

/** Which dossiers stand behind a number, and which of them this person may open. */
export async function behindOf(
  { db }: ReportPageDeps,
  { actor, legalNow: now }: AskingNumber,
  { asked, table, line }: AskedNumber,
  selection: ColumnSelection,
): Promise<{ readonly behind: Behind; readonly readable: Readable }> {
  const behind: Behind = {
    asked: { ...asked.asked, agencyIds: table.agencyIds },
    selection: { ...selection, of: line.of, key: line.key },
    passing: passing(await listOfficesEver(db)),
    now,
  };
  return { behind, readable: actor ? readableOffices(actor) : { agencyIds: [], officeIds: [] } };
}

/** `TIME_ID` of an address; null for anything else: the list then begins at its beginning. */
export function placeIn(typed: string | undefined): { readonly at: Instant; readonly id: string } | null {
  const [at = '', id = ''] = typed?.split('_') ?? [];
  return isInstant(at) && z.uuid().safeParse(id).success ? { at, id } : null;
}
