import { holdsRole } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { REGISTER_PATH, registerKeepers } from '#modules/dossiers/index.ts';
import { statusOfRefusals } from '#platform/http/refusal-status.ts';
import { page, type Reply, type RequestContext, refusedPage } from '#platform/http/route.ts';
import { freezingPost } from '../rules/agencies-seen.ts';
import type { ReportTable } from '../rules/report-table.ts';
import { listFrozen, shownDigest } from '../store/frozen.ts';
import { countRegister } from '../store/register-numbers.ts';
import { FreezePanel } from './freeze-panel.tsx';
import { asOneMoment } from './one-moment.ts';
import type { ReportPageDeps } from './page-deps.ts';
import { RegisterCheck } from './register-check.tsx';
import type { AskedReport } from './report-asked.ts';
import { ReportPage } from './report-page.tsx';

const MOST_FROZEN = 20;

/** The page of a report, its numbers and the register's of one moment; `refusal`: why it was not frozen. */
export function showReport(
  deps: ReportPageDeps,
  request: RequestContext,
  asked: AskedReport,
  refusal: Refusal | null,
): Promise<Reply> {
  return asOneMoment(deps, request, (seen) => draw(seen, request, asked, refusal));
}

async function draw(
  deps: ReportPageDeps,
  request: RequestContext,
  asked: AskedReport,
  refusal: Refusal | null,
): Promise<Reply> {
  const { legalNow: now, t, actor } = request;
  const { refusals } = asked.period;
  const made = refusals.length === 0 ? await asked.report.make(deps.db, asked.asked, now) : null;
  if (made && !made.ok) return refusedPage(made.refusal);
  const frame = await deps.deskFrame(request);
  const below = made ? (
    <div class="stack mt-6">
      <Links links={actor ? (asked.report.links?.(t, actor) ?? []) : []} />
      {await registerCheck(deps, request, asked, made.value)}
      {await freezePanel(deps, request, asked, made.value, refusal)}
    </div>
  ) : null;
  const all = [...refusals, ...(refusal ? [refusal] : [])];
  return page(
    <ReportPage {...{ frame, asked, below, now }} table={made?.value ?? null} />,
    statusOfRefusals(all),
  );
}

interface LinksProps {
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** What this person may do about the report. */
function Links({ links }: LinksProps) {
  if (links.length === 0) return null;
  return (
    <ul class="plain row no-print">
      {links.map(({ href, text }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

async function freezePanel(
  deps: ReportPageDeps,
  { t, csrf, actor, legalNow }: RequestContext,
  asked: AskedReport,
  table: ReportTable,
  refusal: Refusal | null,
) {
  const { report, agencies, owner } = asked;
  const { from, to, clock, agencyCode } = asked.asked;
  const question = { code: report.code, officeCode: agencyCode ?? null, from, to, clock };
  const ids = agencies.map(({ id }) => id);
  const mayFreeze = actor !== null && freezingPost(actor, owner.id) !== undefined;
  const isOver = dateOf(legalNow) > to;
  return (
    <FreezePanel
      {...{ t, csrf, asked, refusal, reports: deps.reports }}
      shown={shownDigest(table)}
      pressKey={deps.random.uuid(deps.machineMs())}
      may={!mayFreeze ? 'no' : isOver ? 'freeze' : 'not-over'}
      frozen={await listFrozen(deps.db, ids, question, MOST_FROZEN)}
    />
  );
}

/** Of reports that say what was received. */
async function registerCheck(
  { db }: ReportPageDeps,
  { t, actor, legalNow }: RequestContext,
  { report, asked }: AskedReport,
  table: ReportTable,
) {
  const sum = table.lines.find(({ of }) => of === 'sum');
  if (!report.receivedColumns || !sum) return null;
  const received = report.receivedColumns.reduce(
    (so, column) => so + (sum.values[table.columns.indexOf(column)] ?? 0),
    0,
  );
  const register = await countRegister(db, { ...asked, agencyIds: table.agencyIds }, legalNow);
  const keeps = actor !== null && holdsRole(actor, registerKeepers);
  const href = keeps ? `${REGISTER_PATH}?thang=${asked.to.slice(0, 7)}` : null;
  return <RegisterCheck {...{ t, register, received, href }} />;
}
