import { instant } from '#kernel/instant.ts';
import { programOrigin } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { DossierDeps } from './actions/deps.ts';
import { planProcess } from './actions/plan.ts';
import { type OldDossier, takeOver } from './actions/take-over.ts';
import { aPersonalFiling } from './testing.ts';
import type { Office } from './testing-office.ts';
import { HOUSEHOLD_BUSINESS, ONE_STOP } from './testing-road.ts';

let made = 0;

/** An open dossier of the software before, in the hands of the section: received on 21/07/2022, due on the 26th. */
export async function takeOverOld(
  office: Pick<Office, 'office' | 'offices' | 'procedure'> & { readonly deps: DossierDeps },
  change: Partial<OldDossier> = {},
): Promise<string> {
  const oneStop = office.office(ONE_STOP);
  const agency = office.offices.find((one) => one.id === oneStop.agencyId);
  if (!agency) throw new Error('no agency');
  made += 1;
  const procedure = await office.procedure(HOUSEHOLD_BUSINESS);
  const { deps } = office;
  const now = deps.clock.now();
  const calendar = await deps.calendarFor(deps.db, oneStop.id);
  const none = { due: null, effectiveReceipt: now };
  const where = { procedure, oneStop, agency };
  const plan = await planProcess(deps.db, deps, where, calendar, none, now);
  if (!plan.ok) throw new Error(plan.refusal.code);
  const old: OldDossier = {
    number: `HS/2022/${1000 + made}`,
    ...where,
    input: {
      caseKey: procedure.cases[0]?.key ?? null,
      adjustment: null,
      channel: 'direct',
      assisted: false,
      returnMethod: 'counter',
      sets: 1,
      fee: { amount: 0, way: 'none', basis: null },
    },
    personal: aPersonalFiling(),
    receivedAt: instant('2022-07-21T08:30:00'),
    dueAt: instant('2022-07-26T17:00:00'),
    standing: { kind: 'in-work', stepIndex: 1, accountId: null },
    notes: { history: [{ on: null, text: 'Đã gọi hỏi bà Mẫu' }], waitingFor: null },
    source: { sha256: 'ab'.repeat(32), row: 2 },
    calendar,
    plan: plan.value,
    ...change,
  };
  const taken = await inTransaction(office.deps.db, (tx) =>
    takeOver(tx, office.deps, programOrigin(now, now), old),
  );
  if (!taken.ok || !taken.value) throw new Error(JSON.stringify(taken));
  return old.number;
}
