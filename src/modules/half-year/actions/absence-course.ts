import type { Actor } from '#kernel/actor.ts';
import { addDays, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import type { Absence, Substitution } from '../rules/absences.ts';
import { whenDone, type Year } from './year.ts';

const why = { leave: 'Nghỉ phép', sick: 'Nghỉ ốm', duty: 'Đi công tác' };

/** The administrator writes down who will be away and who does the work meanwhile, the day before. */
export class AbsenceCourse {
  readonly #year: Year;
  readonly #absence: Absence;
  readonly #index: number;

  constructor(year: Year, absence: Absence, index: number) {
    this.#year = year;
    this.#absence = absence;
    this.#index = index;
  }

  begin(): void {
    const eve = addDays(this.#absence.validFrom, -1);
    this.#comesUp(instant(`${eve}T13:30`), 'record-absence', (at, by) => this.#record(at, by));
  }

  #comesUp(from: Instant, command: string, press: (at: Instant, by: Actor) => Promise<void>): void {
    const { world, attendance } = this.#year;
    const calendar = world.counters[0]?.calendar;
    if (!calendar) return;
    const administrators = (on: Instant) => attendance.holding('system-administrator', dateOf(on));
    whenDone(this.#year, { command, from, calendar, index: this.#index }, administrators, press);
  }

  async #record(at: Instant, by: Actor): Promise<void> {
    const { who, id, validFrom, validTo, reason, substitutions } = this.#absence;
    const press = { ...this.#pressOf(at, by, id), personId: who.personId, validFrom, validTo, reason };
    await this.#year.player.recordAbsence(press, who.posts);
    this.#name(at, substitutions);
  }

  #name(from: Instant, [next, ...others]: readonly Substitution[]): void {
    if (!next) return;
    this.#comesUp(from, 'name-substitute', async (at, by) => {
      const { id, postId, role, validFrom, validTo } = next;
      const { who, reason } = this.#absence;
      const days = { validFrom, validTo: validTo ?? this.#absence.validTo };
      const decision = { reason: why[reason], decisionNumber: '', decisionDate: null };
      const press = {
        ...this.#pressOf(at, by, id),
        postId,
        personId: next.by.personId,
        ...days,
        ...decision,
      };
      const post = { personId: who.personId, role, validFrom: this.#year.world.from, validTo: null };
      await this.#year.player.nameSubstitute(press, post);
      this.#name(at, others);
    });
  }

  #pressOf(at: Instant, actor: Actor, newId: string) {
    const requestId = seededRandom(`request ${newId}`).uuid(Date.parse(at));
    const origin = { legalNow: at, machineNow: at, address: '127.0.0.1', device: '', requestId };
    return { actor, origin, newId };
  }
}
