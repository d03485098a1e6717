import { type Role, roles } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { cleanLine } from '#kernel/vietnamese-text.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { IdentityDeps } from '../deps.ts';
import { legalDay, logAct, type MakingPress } from '../press.ts';
import { keepsAnAdministrator, withEnd } from '../rules/administrators.ts';
import { checkNewPost } from '../rules/post-times.ts';
import { findAccountOfPerson } from '../store/account-list.ts';
import { findOffice } from '../store/offices.ts';
import { findPersonForUpdate } from '../store/people.ts';
import {
  insertPost,
  listAdministrators,
  listPostsOfPerson,
  lockAdministrators,
} from '../store/post-changes.ts';
import { settleAccountKind } from './account-kind.ts';

export interface GivePostPress extends MakingPress {
  readonly personId: string;
  readonly officeId: string;
  readonly role: string;
  /** Words on papers: `Chuyên viên tư pháp - hộ tịch`. */
  readonly title: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Gives a person a post. The same press again gives nothing more. Refuses as `checkNewPost`, and for missing parts. */
export async function givePost(deps: IdentityDeps, press: GivePostPress): Promise<Outcome<true>> {
  const role = roles.find((one) => one === press.role);
  if (!role || role === 'service-account') return refused('identity/role-missing', {}, 'vai-tro');
  const title = cleanLine(press.title).text;
  if (title === '') return refused('identity/title-missing', {}, 'chuc-danh');
  return inTransaction(deps.db, async (tx) => {
    const person = await findPersonForUpdate(tx, press.personId);
    if (!person) return refused('identity/not-found');
    const office = await findOffice(tx, press.officeId, legalDay(press));
    if (!office || office.kind === 'agency') return refused('identity/office-missing', {}, 'don-vi');
    const held = await listPostsOfPerson(tx, person.id, legalDay(press));
    if (held.some((post) => post.id === press.newId)) return accepted(true);
    const checked = checkNewPost({ ...press, role }, office, held);
    if (!checked.ok) return checked;
    const kept = held.length === 0 ? await keepsRights(tx, press, role) : accepted(true as const);
    if (!kept.ok) return kept;
    const id = press.newId;
    const { personId, officeId, validFrom, validTo } = press;
    if (!(await insertPost(tx, { id, personId, officeId, role, title, validFrom, validTo }))) {
      return refused('identity/changed-meanwhile'); // an id of another person's post
    }
    await settleAccountKind(tx, person.id, legalDay(press));
    await logAct(tx, press, 'give-post', { kind: 'person', id: person.id });
    return accepted(true);
  });
}

/**
 * The first administrator of an installation administers without a post, and by posts only once there is one: a
 * first post that is not the administrator's would take the rights away. Refuses `identity/administrator-first`.
 */
async function keepsRights(tx: Tx, press: GivePostPress, role: Role): Promise<Outcome<true>> {
  if ((await findAccountOfPerson(tx, press.personId))?.kind !== 'admin') return accepted(true);
  const today = legalDay(press);
  const goesOn = role === 'system-administrator' && press.validFrom <= today && press.validTo === null;
  if (goesOn) return accepted(true);
  await lockAdministrators(tx);
  const after = withEnd(await listAdministrators(tx, today), press.personId, undefined);
  return keepsAnAdministrator(after).ok
    ? accepted(true)
    : refused('identity/administrator-first', {}, 'vai-tro');
}
