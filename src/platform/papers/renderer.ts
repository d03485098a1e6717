import { type ChildProcess, fork } from 'node:child_process';
import { drawableData } from './drawable-text.ts';
import { paperFontPaths } from './fonts.ts';
import type { RenderAnswer } from './render-messages.ts';

export interface PaperRendererOptions {
  /** Absolute folder of the `.typ` files; it is only read. */
  readonly templates: string;
  /** `src/platform/papers/render-process.ts`, or `render-process.js` beside the bundle. */
  readonly entry: string;
  /** The process is replaced when it has grown beyond this. */
  readonly maxResidentBytes?: number;
  /** A paper that takes longer ends the process. */
  readonly timeoutMs?: number;
}

export interface PaperRenderer {
  /** A tagged PDF/A-2a of `templates/<template>` filled with `data` (plain JSON values). */
  render(template: string, data: unknown): Promise<Uint8Array>;
  /** The process id while the typesetter runs. */
  pid(): number | undefined;
  close(): Promise<void>;
}

interface Waiting {
  readonly template: string;
  readonly data: string;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
  attempts: number;
}

/** Started at the first paper, started again after a death; what was under way is then rendered once more. */
export function createPaperRenderer(options: PaperRendererOptions): PaperRenderer {
  return new RenderingProcess(options);
}

class RenderingProcess implements PaperRenderer {
  readonly #options: PaperRendererOptions;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess | undefined;
  #nextId = 1;
  #closed = false;

  constructor(options: PaperRendererOptions) {
    this.#options = options;
  }

  pid(): number | undefined {
    return this.#child?.pid;
  }

  render(template: string, data: unknown): Promise<Uint8Array> {
    if (this.#closed) return Promise.reject(new Error('the paper renderer is closed'));
    const id = this.#nextId++;
    const json = JSON.stringify(drawableData(data));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(id), this.#options.timeoutMs ?? 30_000);
      this.#waiting.set(id, { template, data: json, resolve, reject, timer, attempts: 0 });
      this.#send(id);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const child = this.#child;
    this.#child = undefined;
    for (const id of [...this.#waiting.keys()])
      this.#fail(id, new Error('the paper renderer was closed while rendering'));
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.ref();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  #send(id: number): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    waiting.attempts += 1;
    this.#child ??= this.#start();
    const child = this.#child;
    child.ref();
    child.channel?.ref();
    child.send({ id, template: waiting.template, data: waiting.data }, () => {
      // A process that dies before reading is noticed by its exit, which sends the order again.
    });
  }

  #start(): ChildProcess {
    const child = fork(this.#options.entry, [this.#options.templates, ...paperFontPaths()], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (answer: RenderAnswer) => this.#receive(child, answer));
    child.on('error', () => this.#lost(child));
    child.on('exit', () => this.#lost(child));
    return child;
  }

  #receive(child: ChildProcess, answer: RenderAnswer): void {
    const waiting = this.#take(answer.id);
    if ('failure' in answer) waiting?.reject(new Error(answer.failure));
    else {
      waiting?.resolve(answer.pdf);
      this.#replaceWhenGrown(child, answer.residentBytes);
    }
    if (this.#waiting.size === 0) {
      child.unref();
      child.channel?.unref();
    }
  }

  #replaceWhenGrown(child: ChildProcess, residentBytes: number): void {
    if (residentBytes > (this.#options.maxResidentBytes ?? 512 * 1024 * 1024)) child.kill('SIGKILL');
  }

  #lost(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    for (const [id, waiting] of [...this.#waiting]) {
      if (waiting.attempts < 2) this.#send(id);
      else
        this.#fail(id, new Error(`the typesetting process died twice while rendering ${waiting.template}`));
    }
  }

  #giveUp(id: number): void {
    const waiting = this.#waiting.get(id);
    this.#fail(id, new Error(`rendering ${waiting?.template ?? ''} took too long`));
    this.#child?.kill('SIGKILL');
  }

  #fail(id: number, error: Error): void {
    this.#take(id)?.reject(error);
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting) clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    return waiting;
  }
}
