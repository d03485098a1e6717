import { addDays, dateOf } from '#kernel/civil-date.ts';
import { type Instant, instant } from '#kernel/instant.ts';
import { accepted } from '#kernel/refusal.ts';
import { signByHand } from '#modules/certification/index.ts';
import type { Dossier } from '#modules/dossiers/index.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import { receivers } from '../rules/candidates.ts';
import { officeTimeAfter } from '../rules/office-time.ts';
import type { Counter } from '../rules/world.ts';
import { pressOf, whenDone, type Year } from './year.ts';

/** When a clerk carries the pile to the leader. */
const times = ['08:30', '10:15', '14:00', '15:45'];
/** Turns of piles come after those of dossiers and drawers at one moment. */
const AFTER_DRAWERS = 20_000_000;

type Returned = (dossier: Dossier, at: Instant) => Promise<void>;

interface OnPile {
  readonly number: string;
  /** What its return means for its money; null: nothing. */
  readonly returned: Returned | null;
}

/** What waits at each counter for the leader's ink; those who asked wait too and get it at once. */
export class Piles {
  readonly #year: Year;
  readonly #waiting = new Map<Counter, OnPile[]>();
  readonly #given: (commands: number) => void;
  #carried = 0;

  /** `given` is told how many commands one press gave. */
  constructor(year: Year, given: (commands: number) => void) {
    this.#year = year;
    this.#given = given;
  }

  put(counter: Counter, dossier: Dossier, at: Instant, returned: Returned | null): void {
    const pile = this.#waiting.get(counter) ?? [];
    this.#waiting.set(counter, [...pile, { number: dossier.number ?? dossier.reference, returned }]);
    if (pile.length === 0) this.#carry(counter, at);
  }

  #carry(counter: Counter, after: Instant): void {
    this.#carried += 1;
    const index = AFTER_DRAWERS + this.#carried;
    const from = officeTimeAfter(counter.calendar, nextTime(after), 0);
    const task = { command: 'sign-by-hand', from, calendar: counter.calendar, index };
    const clerks = (at: Instant) => receivers(this.#year.attendance, { counter, channel: 'direct' }, at);
    whenDone(this.#year, task, clerks, async (at, actor) => {
      const own = `${this.#year.seed} pile ${index}`;
      const { origin } = pressOf(own, at, actor);
      const pile = this.#waiting.get(counter) ?? [];
      const signer = await this.#signer(pile, at);
      if (!signer) return this.#carry(counter, at);
      this.#waiting.set(counter, []);
      const chosen = await Promise.all(pile.map((one) => this.#chosen(one, at)));
      await this.#year.player.give(at, own, async (deps) => {
        const done = await signByHand(
          deps,
          { actor, origin },
          { chosen, signerAccountId: signer, giveBack: true },
        );
        if (done.refused.length > 0) throw new Error(JSON.stringify(done.refused));
        return accepted(done);
      });
      this.#given(2 * pile.length);
      for (const { number, returned } of pile) await returned?.(await this.#dossier(number), at);
    });
  }

  /** A leader of the office that signs such dossiers, if one is there. */
  async #signer([first]: readonly OnPile[], at: Instant): Promise<string | undefined> {
    if (!first) return undefined;
    const { steps } = await this.#dossier(first.number);
    const officeId = steps.find((step) => step.kind === 'sign')?.officeId ?? '';
    const there = this.#year.attendance.presentAt(officeId, dateOf(at));
    const signs = there.find(({ posts }) =>
      posts.some((post) => post.role === 'signing-leader' && post.officeId === officeId),
    );
    return signs?.accountId;
  }

  async #chosen({ number }: OnPile, at: Instant) {
    const random = seededRandom(`${this.#year.seed} signed ${number}`);
    const { seq } = await this.#dossier(number);
    const ms = Date.parse(at);
    return { number, seenSeq: seq, key: random.uuid(ms), returnKey: random.uuid(ms) };
  }

  async #dossier(number: string): Promise<Dossier> {
    const dossier = await this.#year.player.dossierOf(number);
    if (!dossier) throw new Error(`no dossier ${number}`);
    return dossier;
  }
}

function nextTime(after: Instant): Instant {
  const day = dateOf(after);
  const today = times.map((time) => instant(`${day}T${time}`)).find((time) => time > after);
  return today ?? instant(`${addDays(day, 1)}T${times[0]}`);
}
