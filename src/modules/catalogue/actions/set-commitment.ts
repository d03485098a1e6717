import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/database.ts';
import { contentId } from '#platform/random/content-id.ts';
import type { CatalogueDeps } from '../deps.ts';
import { limitsToShorten, mayCommit } from '../rules/commitment.ts';
import { levelsOn } from '../rules/procedure.ts';
import type { WantedCommitment } from '../rules/read-commitment.ts';
import { insertCommitment, listCommitments, lockCommitments } from '../store/commitments.ts';
import { findProcedure } from '../store/procedures.ts';

export interface CommitmentPress {
  readonly actor: Actor;
  readonly origin: AuditOrigin;
  /** Made with the form; the same key never acts twice. */
  readonly key: string;
  readonly agency: OfficeInForce;
  readonly code: string;
  readonly wanted: WantedCommitment;
}

/**
 * What an agency promises from a day on, or that it promises nothing any more. Dossiers accepted before keep theirs.
 * Refuses `catalogue/no-such-commitment` (not received there, or without a limit) and what `mayCommit` refuses.
 */
export function setCommitment(deps: CatalogueDeps, press: CommitmentPress): Promise<Outcome<null>> {
  const { actor, origin, agency, code, wanted } = press;
  return inTransaction(deps.db, async (tx) => {
    await lockCommitments(tx, agency.id, code);
    const now = deps.clock.now();
    const today = dateOf(now);
    const procedure = await findProcedure(tx, code, today);
    if (
      !procedure ||
      !levelsOn(procedure, today).includes(agency.level) ||
      limitsToShorten(procedure).length === 0
    )
      return refused('catalogue/no-such-commitment');
    const id = contentId({ key: press.key, agencyId: agency.id, code, wanted });
    const known = await listCommitments(tx, agency.id, code);
    if (known.some((one) => one.id === id)) return accepted(null);
    const may = mayCommit(procedure, wanted, today);
    if (!may.ok) return may;
    await insertCommitment(tx, {
      ...wanted,
      ...{ id, agencyId: agency.id, procedureCode: code, setAt: now },
      setBy: { accountId: actor.accountId, name: actor.name },
    });
    await record(tx, {
      ...origin,
      action: 'catalogue/set-commitment',
      accountId: actor.accountId,
      officeId: agency.id,
      subject: { kind: 'commitment', id: `${code}:${agency.code}` },
      result: 'allowed',
    });
    return accepted(null);
  });
}
