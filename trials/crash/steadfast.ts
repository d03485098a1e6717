import { type Answer, Client } from '../../outside/http-client.ts';

const AGAIN_MS = 50;

/**
 * A person who presses the very same until somebody answers: a lost answer and "away for a moment" are no answers.
 * Any other failure of the program is told.
 */
export class Steadfast extends Client {
  /** Presses and pages that had to be asked for again. */
  again = 0;
  readonly #tell: (problem: string) => void;

  constructor(like: Client, tell: (problem: string) => void) {
    super(like.address);
    for (const [name, value] of like.cookies) this.cookies.set(name, value);
    this.#tell = tell;
  }

  override async ask(path: string, init: RequestInit = {}): Promise<Answer> {
    for (;;) {
      const answer = await super.ask(path, init).catch(() => undefined);
      if (answer && answer.status < 500) return answer;
      if (answer && answer.status !== 503)
        this.#tell(
          `${init.method ?? 'GET'} ${path} was answered ${answer.status} ${answer.headers.get('x-request-id')}`,
        );
      this.again += 1;
      await new Promise((wake) => setTimeout(wake, AGAIN_MS));
    }
  }
}
