import type { Actor } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { Database } from '#platform/db/database.ts';
import { createRandom } from '#platform/random/random.ts';
import type { AdminPress, MakingPress } from './press.ts';
import { originAt } from './testing.ts';

const random = createRandom();

/** The administrator of `anOrganisation`, as a press of hers comes. */
export async function anAdministrator(db: Database, machineNow: Instant): Promise<AdminPress> {
  return { actor: await anActor(db, 'tuan.do'), origin: originAt(machineNow) };
}

export async function anActor(db: Database, accountName: string): Promise<Actor> {
  const { id: accountId, person_id: personId } = await db
    .selectFrom('identity.account')
    .select(['id', 'person_id'])
    .where('name', '=', accountName)
    .executeTakeFirstOrThrow();
  const held = await db
    .selectFrom('identity.post as p')
    .innerJoin('identity.office as o', 'o.id', 'p.office_id')
    .select(['p.id', 'p.title', 'p.office_id as officeId', 'o.name as officeName', 'o.agency_id as agencyId'])
    .select((eb) => eb.ref('p.role').$castTo<Actor['posts'][number]['role']>().as('role'))
    .where('p.person_id', '=', personId)
    .execute();
  const posts = held.map((post) => ({ ...post, leads: false }));
  return { accountId, personId, name: accountName, posts };
}

/** The same press with an id for what it makes. */
export function making<P extends AdminPress>(press: P): P & MakingPress {
  return { ...press, newId: random.uuid(Date.parse(press.origin.machineNow)) };
}

export async function officeId(db: Database, kind: string): Promise<string> {
  const row = await db
    .selectFrom('identity.office')
    .select('id')
    .where('kind', '=', kind)
    .orderBy('valid_from')
    .executeTakeFirstOrThrow();
  return row.id;
}
