import type { FatalDoubt, LineDoubt, LogCase, LogDoubt, LogEvent } from '../rules/log.ts';
import { eventOf, MOST_TEXT, readValue, takeText, type Values } from './xes-values.ts';

const MOST_EVENTS = 100_000;
const MOST_ATTRIBUTES = 500;
/** Characters of what is kept of a case. */
const MOST_KEPT = 32 * 1024 * 1024;
/** Of what is shown of a file. */
const MOST_SHOWN = 60;

type Kind = 'log' | 'trace' | 'event' | 'other';
/** `size`: characters that it holds, about. */
export type XesPart =
  | { readonly case: LogCase; readonly size: number; readonly doubt?: never }
  | { readonly doubt: LogDoubt; readonly case?: never };

const attributeKinds: readonly string[] = ['string', 'id', 'date', 'int', 'float', 'boolean'];

/** Makes cases of the tags of a log. */
export class XesCases {
  isLog = false;
  isStopped = false;
  /** Characters since the last tag. */
  quiet = 0;
  readonly #kinds: Kind[] = [];
  readonly #names = new Set<string>();
  #parts: XesPart[] = [];
  #case: Values | null = null;
  #caseLine = 0;
  #events: LogEvent[] = [];
  #size = 0;
  #event: Values | null = null;
  #eventLine = 0;

  get depth(): number {
    return this.#kinds.length;
  }

  /** What is ready so far. */
  take(): XesPart[] {
    const ready = this.#parts;
    this.#parts = [];
    return ready;
  }

  stop(code: FatalDoubt, line: number, what?: string): void {
    this.isStopped = true;
    this.#doubt(code, line, what);
  }

  /** Answers why the file cannot be read on, when it cannot. */
  open(tag: string, given: Readonly<Record<string, string>>, line: number): FatalDoubt | null {
    this.quiet = 0;
    const name = tag.slice(tag.indexOf(':') + 1);
    const parent = this.#kinds.at(-1);
    const kind = kindOf(name, parent);
    this.#kinds.push(kind);
    if (parent === undefined && kind !== 'log') return 'no-log';
    if (kind === 'log') this.isLog = true;
    else if (kind === 'trace') this.#beginCase(line);
    else if (kind === 'event') return this.#beginEvent(parent, line);
    else if (parent === 'trace' && this.#case) return this.#keep(this.#case, name, given, line);
    else if (parent === 'event' && this.#event) return this.#keep(this.#event, name, given, line);
    return null;
  }

  close(line: number): void {
    this.quiet = 0;
    const kind = this.#kinds.pop();
    if (kind === 'event') this.#endEvent();
    else if (kind === 'trace') this.#endCase(line);
  }

  #beginCase(line: number): void {
    this.#case = new Map();
    this.#caseLine = line;
    this.#events = [];
    this.#size = 0;
  }

  #beginEvent(parent: Kind | undefined, line: number): FatalDoubt | null {
    this.#event = new Map();
    this.#eventLine = line;
    if (parent === 'log') this.#doubt('event-without-case', line);
    return this.#events.length >= MOST_EVENTS ? 'too-many-events' : null;
  }

  /** A value that cannot be read is told and left out. */
  #keep(
    values: Values,
    kind: string,
    { key, value }: Readonly<Record<string, string>>,
    line: number,
  ): FatalDoubt | null {
    if (!attributeKinds.includes(kind) || key === undefined || value === undefined) return null;
    if (values.size >= MOST_ATTRIBUTES) return 'too-many-attributes';
    this.#size += key.length + value.length;
    if (this.#size > MOST_KEPT) return 'too-long';
    const read = readValue(kind, value);
    if (typeof read === 'object') {
      this.#doubt(read.wrong, line, `${key}: ${value}`);
      if (key === 'time:timestamp' && values === this.#event) this.#event = null; // told once
    } else if (key.length > MOST_TEXT) this.#doubt('text-too-long', line, key);
    else values.set(key, read);
    return null;
  }

  #endEvent(): void {
    const values = this.#event;
    this.#event = null;
    if (!values || !this.#case) return;
    const made = eventOf(values);
    if ('wrong' in made) this.#doubt(made.wrong, this.#eventLine, made.what);
    else this.#events.push(made);
  }

  #endCase(line: number): void {
    const values = this.#case;
    this.#case = null;
    if (!values) return;
    const caseId = takeText(values, 'concept:name');
    const [attributes, events] = [Object.fromEntries(values), this.#events];
    this.#events = [];
    if (!caseId) this.#doubt('case-without-name', this.#caseLine);
    else if (this.#names.has(caseId)) this.#doubt('case-twice', line, caseId);
    else {
      this.#names.add(caseId);
      this.#parts.push({ case: { caseId, attributes, events }, size: this.#size });
    }
  }

  #doubt(code: FatalDoubt | LineDoubt, line: number, what?: string): void {
    const shown = what && what.length > MOST_SHOWN ? `${what.slice(0, MOST_SHOWN)}…` : what;
    this.#parts.push({ doubt: { line, code, ...(shown === undefined ? {} : { what: shown }) } });
  }
}

/** A trace stands in the log, an event in a trace or in the log; what else is nested says nothing of them. */
function kindOf(name: string, parent: Kind | undefined): Kind {
  if (parent === undefined) return name === 'log' ? 'log' : 'other';
  if (name === 'trace' && parent === 'log') return 'trace';
  if (name === 'event' && (parent === 'trace' || parent === 'log')) return 'event';
  return 'other';
}
