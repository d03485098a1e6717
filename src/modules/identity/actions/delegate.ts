import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { logAct, type MakingPress } from '../press.ts';
import { inForce } from '../rules/office.ts';
import { type Matter, readScope } from '../rules/scope.ts';
import { checkDelegation, manners } from '../rules/stand-in.ts';
import { findPerson } from '../store/people.ts';
import { findPostForUpdate, listPostsOfPerson } from '../store/post-changes.ts';
import { insertDelegation, listStandIns } from '../store/stand-ins.ts';

export interface DelegatePress extends MakingPress {
  readonly postId: string;
  readonly personId: string;
  readonly manner: string;
  readonly decisionNumber: string;
  readonly decisionDate: CivilDate;
  readonly matters: string;
  /** Fields and procedure codes it is for, one a line; empty: all. */
  readonly scope: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** The procedures that can be delegated come from above: identity does not know the catalogue. */
export interface DelegationDeps extends IdentityDeps {
  readonly listMatters: (q: Queries, on: CivilDate) => Promise<readonly Matter[]>;
}

/**
 * Records a decision by which somebody signs for a leader. Refuses as `checkDelegation` and `readScope`, and for
 * missing parts.
 */
export async function delegate(deps: DelegationDeps, press: DelegatePress): Promise<Outcome<true>> {
  const manner = manners.find((one) => one === press.manner);
  if (!manner) return refused('identity/manner-missing', {}, 'cach-ky');
  const decisionNumber = cleanLine(press.decisionNumber).text;
  if (decisionNumber === '') return refused('identity/decision-missing', {}, 'so-qd');
  const matters = cleanLine(press.matters).text;
  if (matters === '') return refused('identity/matters-missing', {}, 'viec');
  const scope = readScope(press.scope, await deps.listMatters(deps.db, press.validFrom));
  if (!scope.ok) return scope;
  const { newId: id, postId, personId, decisionDate, validFrom, validTo } = press;
  return inTransaction(deps.db, async (tx) => {
    const post = await findPostForUpdate(tx, postId);
    if (!post) return refused('identity/post-missing', {}, 'chuc-danh');
    if (!(await findPerson(tx, personId))) return refused('identity/person-missing', {}, 'nguoi');
    if ((await listStandIns(tx, { on: validFrom, id })).length > 0) return accepted(true);
    const sameOffice = (await listPostsOfPerson(tx, personId, validFrom)).some(
      (own) => own.officeId === post.officeId && inForce(own, validFrom),
    );
    const given = { personId, manner, decisionDate, sameOffice, validFrom, validTo };
    const checked = checkDelegation(post, given);
    if (!checked.ok) return checked;
    await insertDelegation(tx, {
      ...{ id, postId, personId, manner, decisionNumber, decisionDate, matters, validFrom, validTo },
      scope: scope.value,
      recordedBy: press.actor.accountId,
      recordedAt: press.origin.legalNow,
    });
    await logAct(tx, press, 'delegate', { kind: 'person', id: personId });
    return accepted(true);
  });
}
