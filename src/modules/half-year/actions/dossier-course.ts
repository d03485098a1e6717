import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Dossier, giveScripted } from '#modules/dossiers/index.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import type { Attendance } from '../rules/attendance.ts';
import { receivers, whoMay } from '../rules/candidates.ts';
import type { Life } from '../rules/life.ts';
import { nextPress, type Planned } from '../rules/next-press.ts';
import { officeTimeAfter } from '../rules/office-time.ts';
import { beginningOf, type Coming, isAtBeginning, scriptOf } from '../rules/script.ts';
import type { FeeCourse } from './fee-course.ts';
import type { ScanPool } from './invent-scans.ts';
import type { Year } from './year.ts';

interface Around {
  /** Without a pool the dossiers carry no scans. */
  readonly scans: ScanPool | undefined;
  readonly given: (isFirst: boolean) => void;
}

/** The course of one dossier: each press comes up, waits for a desk, is given, and says what comes up next. */
export class DossierCourse {
  readonly #year: Year;
  #life: Life;
  readonly #fee: FeeCourse;
  readonly #scans: ScanPool | undefined;
  readonly #given: (isFirst: boolean) => void;
  #name: string | null = null;
  #planned: Planned | null = null;
  #presses = 0;

  constructor(year: Year, life: Life, fee: FeeCourse, { scans, given }: Around) {
    this.#year = year;
    this.#life = life;
    this.#fee = fee;
    this.#scans = scans;
    this.#given = given;
  }

  begin(): void {
    this.#at(this.#life.arrival.at, null);
  }

  #at(moment: Instant, by: string | null): void {
    const { index } = this.#life.arrival;
    this.#year.moments.add({ at: moment, index, what: (at) => this.#turn(at, by) });
  }

  /** With somebody who has it on the desk it is done now, else somebody gets it. */
  async #turn(at: Instant, by: string | null): Promise<void> {
    const { attendance, desks } = this.#year;
    const { arrival } = this.#life;
    const coming = await this.#coming();
    const filesOnline = !coming.dossier && arrival.channel === 'online';
    const actor = filesOnline ? null : whoHasIt(attendance, coming, by, at);
    if (actor !== undefined)
      return isTooLate(coming, at) ? this.#goOn(coming, at) : this.#press(coming, at, actor);
    const task = { command: commandOf(coming), from: at, calendar: arrival.counter.calendar };
    const taken = desks.give(candidatesFor(attendance, coming, at), task);
    if (taken) this.#at(taken.at, taken.accountId);
  }

  /** An acceptance is annulled on its own day or not at all: the desk came to it later, so the dossier takes its way. */
  #goOn({ dossier }: Coming, at: Instant): void {
    this.#life = { ...this.#life, annulled: false };
    this.#planned = dossier ? nextPress(this.#life, dossier, at) : null;
    if (this.#planned) this.#at(this.#planned.at, null);
  }

  async #coming(): Promise<Coming> {
    const dossier = this.#name === null ? undefined : await this.#dossier(this.#name);
    return { life: this.#life, dossier, planned: this.#planned };
  }

  async #dossier(name: string): Promise<Dossier> {
    const dossier = await this.#year.player.dossierOf(name);
    if (!dossier) throw new Error(`no dossier ${name}`);
    return dossier;
  }

  async #press(coming: Coming, at: Instant, actor: Actor | null): Promise<void> {
    const { player, seed } = this.#year;
    const own = `${seed} ${this.#life.arrival.index} ${this.#presses}`;
    const random = seededRandom(`key ${own}`);
    const [key, draftId] = [random.uuid(Date.parse(at)), random.uuid(Date.parse(at))];
    const fee = actor && isAccepted(coming) ? this.#fee.typed(actor, at) : null;
    const scripted = scriptOf(coming, { at, actor, key, draftId, fee }, this.#personal());
    const { number } = await player.give(at, own, (deps) =>
      giveScripted(deps, scripted, this.#fee.take(deps)),
    );
    this.#given(this.#presses === 0);
    this.#presses += 1;
    this.#name = number;
    const dossier = await this.#dossier(number);
    await this.#fee.follow(scripted.what.command, dossier, actor, at);
    const { state } = dossier;
    this.#planned =
      state === 'submitted' || state === 'correction-asked'
        ? review(this.#life, dossier, at)
        : nextPress(this.#life, dossier, at);
    if (this.#planned) this.#at(this.#planned.at, null);
  }

  #personal() {
    const { arrival, input } = this.#life;
    const { personal } = input;
    const papers = this.#scans?.attach(personal.papers, arrival, this.#year.seed);
    return papers ? { ...personal, papers } : personal;
  }
}

const isTooLate = ({ dossier, planned }: Coming, at: Instant): boolean =>
  planned?.command === 'annul-acceptance' &&
  dossier?.receivedAt != null &&
  dateOf(dossier.receivedAt) !== dateOf(at);

/** Filed online, or sent back: at the counter's next look, or when the citizen has put it right. */
function review({ arrival, draw }: Life, { state }: Dossier, now: Instant): Planned {
  const wait = state === 'submitted' ? 7_200 : 60_000;
  return {
    at: officeTimeAfter(arrival.counter.calendar, now, draw.around(wait) + 60),
    command: 'forward',
    input: () => ({ note: null }),
  };
}

const isAccepted = (coming: Coming) => isAtBeginning(coming) && beginningOf(coming) === 'accept';

function commandOf(coming: Coming): string {
  return isAtBeginning(coming) || !coming.planned ? beginningOf(coming) : coming.planned.command;
}

function candidatesFor(attendance: Attendance, coming: Coming, at: Instant): readonly Actor[] {
  const { life, dossier, planned } = coming;
  if (!dossier || !planned || isAtBeginning(coming)) return receivers(attendance, life.arrival, at);
  return whoMay(attendance, dossier, planned.command, at);
}

/** Who has it on the desk, if they still may: posts and substitutions can end overnight. */
function whoHasIt(
  attendance: Attendance,
  coming: Coming,
  accountId: string | null,
  at: Instant,
): Actor | undefined {
  const actor = accountId === null ? undefined : attendance.actor(accountId, dateOf(at));
  return actor && candidatesFor(attendance, coming, at).includes(actor) ? actor : undefined;
}
