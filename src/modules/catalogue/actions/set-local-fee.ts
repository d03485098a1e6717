import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, type Refused, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { listOfficesInForce, type OfficeInForce } from '#modules/identity/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import type { CatalogueDeps } from '../deps.ts';
import { mayHold } from '../rules/local-fee.ts';
import { type Procedure, regimeOn } from '../rules/procedure.ts';
import type { WantedLocalFee } from '../rules/read-local-fee.ts';
import { insertLocalFee, listLocalFees, lockLocalFees } from '../store/local-fees.ts';
import { findProcedure } from '../store/procedures.ts';

export interface LocalFeePress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Made with the form; the same key never acts twice. */
  readonly key: string;
  readonly agencyId: string;
  /** Also for every other agency of its level: one resolution of the province holds for all communes. */
  readonly wholeLevel: boolean;
  readonly code: string;
  readonly fee: WantedLocalFee;
}

class RolledBack extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Sets what the province decided, from its first day on, for one agency or all of its level: for all or for none.
 * Refuses `catalogue/no-such-local-fee`, and what `mayHold` refuses.
 */
export async function setLocalFee(
  deps: CatalogueDeps,
  press: LocalFeePress,
): Promise<Outcome<{ readonly agencies: number }>> {
  try {
    return await inTransaction(deps.db, (tx) => setForAll(tx, deps, press));
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

async function setForAll(
  tx: Tx,
  deps: CatalogueDeps,
  press: LocalFeePress,
): Promise<Outcome<{ readonly agencies: number }>> {
  const today = dateOf(deps.clock.now());
  const procedure = await findProcedure(tx, press.code, today);
  const decidedLocally = procedure?.fees.some((fee) => fee.amount === null && fee.per === press.fee.per);
  const agencies = await agenciesOf(tx, press, procedure, today);
  if (!decidedLocally || agencies.length === 0) return refused('catalogue/no-such-local-fee');
  for (const agency of agencies) {
    const set = await setOne(tx, deps, press, agency);
    if (!set.ok) throw new RolledBack(set);
  }
  return accepted({ agencies: agencies.length });
}

async function agenciesOf(
  tx: Tx,
  press: LocalFeePress,
  procedure: Procedure | undefined,
  today: ReturnType<typeof dateOf>,
): Promise<OfficeInForce[]> {
  const agencies = (await listOfficesInForce(tx, today)).filter((office) => office.kind === 'agency');
  const chosen = agencies.find((agency) => agency.id === press.agencyId);
  if (!chosen || !procedure?.levels[regimeOn(today)].includes(chosen.level)) return [];
  if (!press.wholeLevel) return [chosen];
  // in one order, so that two who set for all wait for each other and never lock each other out
  return agencies.filter((agency) => agency.level === chosen.level).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function setOne(
  tx: Tx,
  deps: CatalogueDeps,
  { actor, origin, key, code, fee }: LocalFeePress,
  agency: OfficeInForce,
): Promise<Outcome<null>> {
  await lockLocalFees(tx, agency.id, code);
  const id = contentId({ key, agencyId: agency.id });
  const known = await listLocalFees(tx, agency.id, code);
  if (known.some((one) => one.id === id)) return accepted(null);
  const now = deps.clock.now();
  const may = mayHold(known, fee, dateOf(now));
  if (!may.ok) return may;
  await insertLocalFee(tx, {
    ...fee,
    id,
    agencyId: agency.id,
    procedureCode: code,
    setBy: { accountId: actor.accountId, name: actor.name },
    setAt: now,
  });
  await record(tx, {
    ...origin,
    action: 'catalogue/set-local-fee',
    accountId: actor.accountId,
    officeId: agency.id,
    subject: { kind: 'local-fee', id: `${code}:${agency.code}` },
    result: 'allowed',
  });
  return accepted(null);
}
