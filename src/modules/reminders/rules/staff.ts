import type { Actor, Role } from '#kernel/actor.ts';

/** Does the work of somebody's post today. */
export interface Substitute {
  readonly holderAccountId: string | null;
  readonly officeId: string;
  readonly role: Role;
  /** Person who does it. */
  readonly personId: string;
}

/** Who works where on a day, who is away, and who does their work. */
export class Staff {
  readonly #byOffice = new Map<string, { accountId: string; role: Role }[]>();
  readonly #leaders = new Map<string, string[]>();
  readonly #accountOf = new Map<string, string>();
  readonly #substitutes = new Map<string, string>();
  readonly #here: ReadonlySet<string>;

  constructor(
    actors: readonly Actor[],
    substitutes: readonly Substitute[],
    awayPersonIds: ReadonlySet<string>,
  ) {
    for (const { accountId, personId, posts } of actors) {
      this.#accountOf.set(personId, accountId);
      for (const { officeId, agencyId, role, leads } of posts) {
        put(this.#byOffice, officeId, { accountId, role });
        if (leads && role === 'signing-leader') put(this.#leaders, agencyId, accountId);
      }
    }
    this.#here = new Set(
      actors.filter((one) => !awayPersonIds.has(one.personId)).map((one) => one.accountId),
    );
    for (const one of substitutes) {
      const account = this.#accountOf.get(one.personId);
      if (one.holderAccountId && account)
        this.#substitutes.set(`${one.holderAccountId} ${one.officeId}`, account);
    }
  }

  /** Of an office, with the first of these roles that anybody there has. */
  first(officeId: string, roles: readonly Role[]): string[] {
    const people = this.#byOffice.get(officeId) ?? [];
    for (const role of roles) {
      const found = people.filter((one) => one.role === role).map((one) => one.accountId);
      if (found.length > 0) return [...new Set(found)];
    }
    return [];
  }

  /** The agency's own leaders who sign. */
  leadersOf(agencyId: string): string[] {
    return [...new Set(this.#leaders.get(agencyId) ?? [])];
  }

  /**
   * Who does the work of somebody in an office today: their substitute, they, or nobody: away too, or gone for
   * good.
   */
  working(accountId: string, officeId: string): string | undefined {
    const one = this.#substitutes.get(`${accountId} ${officeId}`) ?? accountId;
    return this.#here.has(one) ? one : undefined;
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
