import { sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';

export interface DemoAccount {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly agencyName: string;
  readonly officeName: string;
  readonly role: Role;
  readonly title: string;
  readonly totpSecret: Buffer | null;
  readonly totpLastStep: string;
}

/** Accounts that still have the first password, with the first post in force: higher agencies first. */
export async function listDemoAccounts(q: Queries, on: CivilDate): Promise<DemoAccount[]> {
  const { rows } = await sql<DemoAccount>`
    select * from (
      select distinct on (a.id) a.id, a.name as account, e.name, g.name as "agencyName", o.name as "officeName",
             p.role, p.title, a.totp_secret as "totpSecret", a.totp_last_step as "totpLastStep",
             array_position(array['tinh','huyen','xa'], g.level) as rank,
             array_position(array['one-stop','leadership','section','outside','agency'], o.kind) as place
        from identity.account a
        join identity.person e on e.id = a.person_id
        join identity.post p on p.person_id = e.id and p.valid_from <= ${on}
             and (p.valid_to is null or p.valid_to >= ${on})
        join identity.office_on(${on}::date) o on o.id = p.office_id and o.valid_from <= ${on}
             and (o.valid_to is null or o.valid_to >= ${on})
        join identity.office_on(${on}::date) g on g.id = o.agency_id
       where a.disabled_at is null and a.kind <> 'service' and a.password_changed_at = a.created_at
       order by a.id, p.valid_from, p.key) found
     order by rank, "agencyName" collate "vi-VN-x-icu", place, account`.execute(q);
  return rows;
}
