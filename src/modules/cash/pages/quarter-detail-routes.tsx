import { z } from 'zod';
import { shortDossierNumber } from '#kernel/dossier-number.ts';
import { bytes, notFound, page, type Request, type Route, route } from '#platform/http/route.ts';
import { writeSheet, XLSX } from '#platform/sheets/write-sheet.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { Empty } from '#ui/components/empty.tsx';
import { PageTitle } from '#ui/components/page-title.tsx';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { quarterState } from '../actions/quarter.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles } from '../rules/access.ts';
import { daysOf, type Quarter, quarterName } from '../rules/quarter.ts';
import { listExempted } from '../store/payments.ts';
import { listMovementsOfQuarter } from '../store/quarter-movements.ts';
import { money } from './money-text.ts';
import { MovementTable } from './movement-table.tsx';
import { paths } from './paths.ts';
import { type DetailKind, detailKinds, quarterLines } from './quarter-lines.ts';
import { officeOf, quarterAsked } from './quarter-routes.tsx';

const query = z.object({
  quy: z.string().max(20).optional().catch(undefined),
  loai: z.enum(detailKinds).catch('all'),
  'thu-tuc': z
    .string()
    .regex(/^\d\.\d{6}$/)
    .optional()
    .catch(undefined),
});
const MOST = 5_000;

/** The lists behind the numbers of a quarter, and the numbers as a sheet. */
export function quarterDetailRoutes(deps: CashPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.quarterDetails,
      access: { roles: cashRoles },
      query,
      handle: (request) => detail(deps, request),
    }),
    route({
      method: 'GET',
      path: `${paths.quarter}.xlsx`,
      access: { roles: cashRoles },
      query,
      handle: async (request) => {
        const officeId = officeOf(request);
        if (!officeId) return notFound();
        const quarter = quarterAsked(request, request.query.quy);
        return bytes(
          await sheetOf(deps, request, officeId, quarter),
          XLSX,
          `thu-phi-${quarterName(quarter)}.xlsx`,
        );
      },
    }),
  ];
}

async function detail(deps: CashPageDeps, request: Request<unknown, z.infer<typeof query>, unknown>) {
  const officeId = officeOf(request);
  if (!officeId) return notFound();
  const { t } = request;
  const { quy, loai, 'thu-tuc': code } = request.query;
  const quarter = quarterAsked(request, quy);
  const title = t(`cash.quarter.detail-${loai}`);
  const of = { nth: quarter.nth, year: quarter.year };
  return page(
    <DeskLayout
      frame={await deps.deskFrame(request)}
      title={title}
      crumbs={[
        { href: paths.lists, label: t('cash.lists.title') },
        { href: paths.quarterOf(quarter), label: t('cash.quarter.title', of) },
        { label: title },
      ]}
    >
      <PageTitle title={title} note={[t('cash.quarter.title', of), code].filter(Boolean).join(', ')} />
      {await listOf(deps, request, { officeId, ...daysOf(quarter) }, loai, code)}
    </DeskLayout>,
  );
}

async function listOf(
  { db }: CashPageDeps,
  { t }: Request<unknown, unknown, unknown>,
  days: Parameters<typeof listExempted>[1],
  kind: DetailKind,
  code: string | undefined,
) {
  if (kind === 'exempted') {
    const payments = await listExempted(db, days, MOST);
    if (payments.length === 0) return <Empty title={t('cash.quarter.nothing')} />;
    return (
      <DataTable
        t={t}
        caption={t('cash.quarter.detail-exempted')}
        rows={payments}
        columns={[
          {
            head: t('cash.movement.dossier'),
            rowHeader: true,
            class: 'wrapok',
            cell: (one: (typeof payments)[number]) => (
              <>
                <a href={paths.payment(one.dossierNumber)}>{shortDossierNumber(one.dossierNumber)}</a>{' '}
                <span class="subtle">{one.procedureName}</span>
              </>
            ),
          },
          {
            head: t('cash.payment.exempted'),
            numeric: true,
            labelled: true,
            cell: ({ exempted }) => money(exempted),
          },
        ]}
      />
    );
  }
  const movements = await listMovementsOfQuarter(db, days, { kind, code }, MOST);
  if (movements.length === 0) return <Empty title={t('cash.quarter.nothing')} />;
  return <MovementTable t={t} movements={movements} notes={new Map()} across />;
}

async function sheetOf(
  deps: CashPageDeps,
  { t }: Request<unknown, unknown, unknown>,
  officeId: string,
  quarter: Quarter,
): Promise<Uint8Array> {
  const { figures } = await quarterState(deps.db, officeId, quarter);
  const columns = [
    { head: t('cash.quarter.what'), width: 50 },
    { head: t('cash.quarter.value'), width: 50 },
    { head: t('cash.quarter.rule'), width: 70 },
  ];
  const lines = quarterLines(t, figures).map(({ key, value }) => [
    t(`cash.quarter.line-${key}`),
    value,
    t(`cash.quarter.rule-${key}`),
  ]);
  const procedures = figures.procedures.map(({ code, name, receipts, net }) => [
    `${name} (${code})`,
    money(net),
    t('cash.quarter.receipts', { n: receipts }),
  ]);
  return writeSheet(t('cash.quarter.title', { nth: quarter.nth, year: quarter.year }), columns, [
    ...lines,
    ...procedures,
  ]);
}
