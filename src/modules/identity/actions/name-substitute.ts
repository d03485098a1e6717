import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { logAct, type MakingPress } from '../press.ts';
import { checkDecision, checkSubstitute } from '../rules/stand-in.ts';
import { findPerson } from '../store/people.ts';
import { findPostForUpdate } from '../store/post-changes.ts';
import { insertSubstitute, listSubstitutesOfPost } from '../store/stand-ins.ts';

export interface SubstitutePress extends MakingPress {
  readonly postId: string;
  readonly personId: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
  readonly reason: string;
  /** By which it was decided, where a paper says so; both or neither. */
  readonly decisionNumber: string;
  readonly decisionDate: CivilDate | null;
}

/**
 * Names who does the work of a post while its holder is away. Refuses as `checkSubstitute`, and
 * `identity/decision-half` (a number without its date, or the other way round).
 */
export function nameSubstitute(deps: IdentityDeps, press: SubstitutePress): Promise<Outcome<true>> {
  const { newId: id, postId, personId, validFrom, validTo, decisionDate } = press;
  const decisionNumber = cleanLine(press.decisionNumber).text || null;
  return inTransaction(deps.db, async (tx) => {
    const post = await findPostForUpdate(tx, postId);
    if (!post) return refused('identity/post-missing', {}, 'chuc-danh');
    if (!(await findPerson(tx, personId))) return refused('identity/person-missing', {}, 'nguoi');
    const others = await listSubstitutesOfPost(tx, postId);
    if (others.some((one) => one.id === id)) return accepted(true);
    const checked = checkSubstitute(post, { personId, validFrom, validTo }, others);
    if (!checked.ok) return checked;
    const decided = checkDecision(decisionNumber, decisionDate, validFrom);
    if (!decided.ok) return decided;
    const reason = cleanLine(press.reason).text;
    const recorded = { recordedBy: press.actor.accountId, recordedAt: press.origin.legalNow };
    if (
      !(await insertSubstitute(tx, {
        id,
        postId,
        personId,
        validFrom,
        validTo,
        reason,
        decisionNumber,
        decisionDate,
        ...recorded,
      }))
    ) {
      return refused('identity/changed-meanwhile');
    }
    await logAct(tx, press, 'name-substitute', { kind: 'person', id: personId });
    return accepted(true);
  });
}
