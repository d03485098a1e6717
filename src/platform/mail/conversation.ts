import type { Socket } from 'node:net';

/** The server said no, or something else than was expected: its code only, texts of servers repeat addresses. */
export class MailRefused extends Error {
  constructor(command: string, code: string) {
    super(`the mail server answered ${code} to ${command}`);
  }
}

/** Speaking and listening on one connection (RFC 5321). */
export class Conversation {
  readonly #socket: Socket;
  #heard = '';
  #failed: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#hear);
    socket.on('error', this.#fail);
    socket.on('timeout', () => this.#fail(new Error('the mail server does not answer')));
    socket.on('close', () => this.#fail(new Error('the mail server has hung up')));
  }

  readonly #hear = (bytes: Buffer) => {
    this.#heard += bytes.toString('latin1');
    this.#wake?.();
  };

  readonly #fail = (error: Error) => {
    this.#failed ??= error;
    this.#wake?.();
  };

  /** Says a line and waits for an answer with this code; answers the lines of it. */
  async say(line: string | null, code: string): Promise<string[]> {
    if (line !== null) this.#socket.write(`${line}\r\n`);
    const answer = await this.#answer();
    const last = answer.at(-1) ?? '';
    if (!last.startsWith(code))
      throw new MailRefused(line?.split(' ')[0] ?? 'the greeting', last.slice(0, 3));
    return answer;
  }

  /** Leaves the connection to whoever goes on with it; nothing that came before counts any more. */
  leave(): void {
    this.#socket.off('data', this.#hear);
    this.#socket.off('error', this.#fail);
    this.#heard = '';
  }

  async #answer(): Promise<string[]> {
    for (;;) {
      const end = /(?:^|\r\n)\d{3}(?: [^\r\n]*)?\r\n/.exec(this.#heard);
      if (end) {
        const length = end.index + end[0].length;
        const lines = this.#heard.slice(0, length).trim().split('\r\n');
        this.#heard = this.#heard.slice(length);
        return lines;
      }
      if (this.#failed) throw this.#failed;
      if (this.#heard.length > 65_536) throw new Error('the mail server says too much');
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      await promise;
    }
  }
}
