import type { Queries } from '#platform/db/database.ts';
import { figuresOf, type QuarterFigures } from '../rules/fee-settlement.ts';
import { daysOf, type Quarter, quarterName } from '../rules/quarter.ts';
import {
  type FeeSettlement,
  findQuarterConfirmation,
  findSettlement,
  listTreasury,
  type Person,
  type QuarterKey,
  type TreasuryHandOver,
} from '../store/fee-settlements.ts';
import type { CashList } from '../store/lists.ts';
import { listOpenDays, listQuarterFlows, sumExempted } from '../store/quarter-flows.ts';

/** A quarter of a one-stop as it stands now; once it is confirmed, with the figures that were confirmed. */
export interface QuarterState {
  readonly key: QuarterKey;
  readonly figures: QuarterFigures;
  readonly openDays: readonly CashList[];
  readonly treasury: readonly TreasuryHandOver[];
  readonly settlement: FeeSettlement | undefined;
  readonly confirmation: { readonly by: Person; readonly at: FeeSettlement['at'] } | undefined;
  /** What was prepared is what there is now. */
  readonly agrees: boolean;
}

export async function quarterState(q: Queries, officeId: string, quarter: Quarter): Promise<QuarterState> {
  const key = { officeId, quarter: quarterName(quarter) };
  const days = { officeId, ...daysOf(quarter) };
  const treasury = await listTreasury(q, key);
  const handedOver = treasury.reduce((sum, { amount }) => sum + amount, 0);
  const figures = figuresOf(await listQuarterFlows(q, days), await sumExempted(q, days), handedOver);
  const settlement = await findSettlement(q, key);
  const confirmation = await findQuarterConfirmation(q, key);
  return {
    key,
    figures: confirmation && settlement ? settlement.figures : figures,
    openDays: await listOpenDays(q, days),
    treasury,
    settlement,
    confirmation,
    agrees: settlement !== undefined && textOf(settlement.figures) === textOf(figures),
  };
}

/** The database gives back the keys of what was stored in another order. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, one]) => `${key}:${textOf(one)}`).join()}}`;
}
