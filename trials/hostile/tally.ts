import { harmIn } from '../../outside/harmless.ts';
import { type Answer, textOf } from '../../outside/http-client.ts';
import type { TrialRun } from '../trial.ts';
import { hostileStrings } from './strings.ts';

/** What must never stand in a page as it was typed. */
const unescaped = hostileStrings
  .map(({ text }) => text)
  .filter((text) => text.length >= 6 && /[<"]/.test(text) && text === text.toWellFormed());

/** These spell what otherwise only the inside says. */
const likeInside = hostileStrings
  .map(({ text }) => text)
  .filter((text) => /pg_|\{[a-z]+\.[a-z.]+\}/.test(text));

/** Counts what was sent and what came back; notes what is wrong with an answer. */
export class Tally {
  readonly #run: TrialRun;
  readonly #statuses = new Map<number, number>();
  /** One sentence a place is enough: the same mistake shows itself at every string. */
  readonly #told = new Set<string>();
  sent = 0;
  /** Not sent: the form had been used up and there was no other. */
  spared = 0;

  constructor(run: TrialRun) {
    this.#run = run;
  }

  /** `where`: the kind of place; `what`: which field and which string. */
  look(answer: Answer, where: string, what: string): void {
    this.sent += 1;
    this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1);
    const wrong = harmIn(answer, likeInside) ?? rawIn(answer);
    if (wrong === undefined) return;
    const key = `${where} ${wrong.slice(0, 40)}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const reference = answer.headers.get('x-request-id') ?? '';
    const said = `${answer.status} ${reference} ${textOf(answer.body).slice(0, 200)}`;
    this.#run.problem(`${where}, ${what}: ${wrong}. ${said}`);
  }

  get statuses(): string {
    const sorted = [...this.#statuses].sort(([a], [b]) => a - b);
    return sorted.map(([status, times]) => `${status}: ${times}`).join(', ');
  }
}

function rawIn({ body, headers }: Answer): string | undefined {
  if (!headers.get('content-type')?.includes('html')) return undefined;
  const found = unescaped.find((text) => body.includes(text));
  return found === undefined ? undefined : `not escaped: ${JSON.stringify(found.slice(0, 60))}`;
}
