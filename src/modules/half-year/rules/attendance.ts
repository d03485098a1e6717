import type { Actor, Role } from '#kernel/actor.ts';
import { type CivilDate, dayNumber } from '#kernel/civil-date.ts';
import { standingPosts } from '#modules/identity/index.ts';
import type { Absence } from './absences.ts';
import { holdsOn, type Span } from './spans.ts';

/** Of a day: by office who works there, with the posts of those for whom they stand in; by account too. */
interface Day {
  readonly present: ReadonlyMap<string, readonly Actor[]>;
  readonly all: ReadonlyMap<string, readonly Actor[]>;
  readonly actors: ReadonlyMap<string, Actor>;
}

/** Who is there on which day. */
export class Attendance {
  readonly #staff: readonly Span<readonly Actor[]>[];
  readonly #absences: readonly Absence[];
  readonly #days = new Map<CivilDate, Day>();
  readonly #away = new Set<string>();

  constructor(staff: readonly Span<readonly Actor[]>[], absences: readonly Absence[]) {
    this.#staff = staff;
    this.#absences = absences;
    for (const { who, validFrom, validTo } of absences)
      for (let day = dayNumber(validFrom); day <= dayNumber(validTo); day += 1)
        this.#away.add(`${who.accountId} ${day}`);
  }

  /** Those who are there on the day. */
  presentAt(officeId: string, on: CivilDate): readonly Actor[] {
    return this.#day(on).present.get(officeId) ?? [];
  }

  /** Those who work there, whether they are there on the day or not. */
  staffOf(officeId: string, on: CivilDate): readonly Actor[] {
    return this.#day(on).all.get(officeId) ?? [];
  }

  /** As they act on the day; undefined: have no post then. */
  actor(accountId: string, on: CivilDate): Actor | undefined {
    return this.#day(on).actors.get(accountId);
  }

  /** Everybody with a post of this role, whether there or not. */
  holding(role: Role, on: CivilDate): readonly Actor[] {
    return [...this.#day(on).actors.values()].filter(({ posts }) => posts.some((post) => post.role === role));
  }

  isAway(accountId: string, day: number): boolean {
    return this.#away.has(`${accountId} ${day}`);
  }

  #day(on: CivilDate): Day {
    const kept = this.#days.get(on) ?? this.#make(on);
    this.#days.set(on, kept);
    return kept;
  }

  #make(on: CivilDate): Day {
    const substitutions = this.#absences
      .filter(({ validFrom, validTo }) => validFrom <= on && on <= validTo)
      .flatMap((absence) => absence.substitutions);
    const [present, all] = [new Map<string, Actor[]>(), new Map<string, Actor[]>()];
    const actors = new Map<string, Actor>();
    for (const own of holdsOn(this.#staff, on)) {
      const standsIn = standingPosts(
        substitutions.filter(({ by }) => by.accountId === own.accountId),
        on,
      );
      const actor = standsIn.length > 0 ? { ...own, standsIn } : own;
      actors.set(actor.accountId, actor);
      for (const officeId of officesOf(own)) add(all, officeId, actor);
      if (this.isAway(own.accountId, dayNumber(on))) continue;
      for (const officeId of officesOf(actor)) add(present, officeId, actor);
    }
    return { present, all, actors };
  }
}

function officesOf({ posts, standsIn = [] }: Actor): ReadonlySet<string> {
  return new Set([...posts, ...standsIn].map((post) => post.officeId));
}

function add(offices: Map<string, Actor[]>, officeId: string, actor: Actor): void {
  const here = offices.get(officeId);
  if (here) here.push(actor);
  else offices.set(officeId, [actor]);
}
