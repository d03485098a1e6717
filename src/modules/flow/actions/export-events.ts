import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type AuditOrigin, record } from '#modules/audit/index.ts';
import { mapOfficeCodes } from '#modules/identity/index.ts';
import { classOf } from '#modules/reports/index.ts';
import { type Database, inSnapshot, type Queries } from '#platform/db/database.ts';
import type { Words } from '#platform/i18n/words.ts';
import { writeCsv } from '../formats/write-csv.ts';
import { writeOcel } from '../formats/write-ocel.ts';
import { writeXes } from '../formats/write-xes.ts';
import { Pseudonyms } from '../pseudonyms.ts';
import type { ExportedCase, ExportedEvent, ExportedFacts } from '../rules/exported.ts';
import { Way } from '../rules/happened.ts';
import {
  type Days,
  listPublishedAfter,
  listPublishedEvents,
  type PublishedCase,
  type PublishedRow,
} from '../store/published.ts';

export const exportFormats = ['xes', 'ocel', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportWish extends Days {
  readonly format: ExportFormat;
  /** Numbers of dossiers beside the pseudonyms. */
  readonly withNumbers: boolean;
}

export interface ExportDeps {
  readonly db: Database;
  /** Secret of the installation: the same officer has the same pseudonym in every export of it. */
  readonly key: Uint8Array;
  readonly words: Words;
}

export interface ExportAnswer {
  readonly cases: number;
  readonly events: number;
}

const AT_ONCE = 1_000;
const PIECE = 256 * 1024;

/**
 * Writes the events of all real dossiers that were received in a period, as they stand at one moment, to `write`, piece by
 * piece. The audit log says so, and whether their numbers are in it. Refusals: `flow/period-backwards`.
 */
export async function exportEvents(
  { db, key, words }: ExportDeps,
  wish: ExportWish,
  origin: AuditOrigin,
  write: (text: AsyncIterable<string>) => Promise<void>,
): Promise<Outcome<ExportAnswer>> {
  const { from, to, format } = wish;
  if (from > to) return refused('flow/period-backwards');
  const subject = { kind: 'period', id: `${from}/${to}` };
  const reason = wish.withNumbers ? `${format} with numbers` : format;
  await record(db, { ...origin, action: 'flow/export-events', subject, result: 'allowed', reason });
  return inSnapshot(db, async (q) => {
    const codes = await mapOfficeCodes(q);
    const counted = { cases: 0, events: 0 };
    const maker = new CaseMaker(codes, new Pseudonyms(key), words, wish.withNumbers, origin.legalNow);
    const read = () => readCases(q, wish, maker, counted);
    const about = { from, to, at: origin.legalNow };
    if (format === 'xes') await write(inPieces(writeXes(about, read())));
    else if (format === 'csv') await write(inPieces(writeCsv(about, read())));
    else await write(inPieces(writeOcel(about, read)));
    return accepted(counted);
  });
}

/** Many short texts as few long ones. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function* readCases(
  q: Queries,
  days: Days,
  maker: CaseMaker,
  counted: { cases: number; events: number },
): AsyncGenerator<ExportedCase> {
  Object.assign(counted, { cases: 0, events: 0 });
  for (let last: PublishedCase | null = null; ; ) {
    const cases: PublishedCase[] = await listPublishedAfter(q, days, last, AT_ONCE);
    const ids = cases.map(({ id }) => id);
    const rows = Map.groupBy(await listPublishedEvents(q, ids), ({ dossierId }) => dossierId);
    for (const one of cases) {
      const made = maker.caseOf(one, rows.get(one.id) ?? []);
      counted.cases += 1;
      counted.events += made.events.length;
      yield made;
    }
    last = cases.at(-1) ?? null;
    if (cases.length < AT_ONCE || last === null) return;
  }
}

class CaseMaker {
  readonly #codes: ReadonlyMap<string, string>;
  readonly #pseudonyms: Pseudonyms;
  readonly #words: Words;
  readonly #withNumbers: boolean;
  readonly #now: Instant;

  constructor(
    codes: ReadonlyMap<string, string>,
    pseudonyms: Pseudonyms,
    words: Words,
    withNumbers: boolean,
    now: Instant,
  ) {
    this.#codes = codes;
    this.#pseudonyms = pseudonyms;
    this.#words = words;
    this.#withNumbers = withNumbers;
    this.#now = now;
  }

  caseOf(one: PublishedCase, rows: readonly PublishedRow[]): ExportedCase {
    const way = new Way();
    return {
      id: this.#pseudonyms.of('case', one.id),
      procedureName: one.procedureName,
      facts: this.#factsOf(one),
      events: rows.map((row) => this.#eventOf(row, way)),
    };
  }

  #factsOf(one: PublishedCase): ExportedFacts {
    return {
      number: this.#withNumbers ? one.number : null,
      procedure: one.procedureCode,
      field: one.field,
      case: one.caseKey,
      channel: one.channel,
      assisted: one.assisted,
      agency: this.#codes.get(one.agencyId) ?? null,
      intake: this.#codes.get(one.intakeOfficeId) ?? null,
      received: one.receivedAt,
      firstDue: one.firstDueAt,
      due: one.dueAt,
      ended: one.endedAt,
      returned: one.returnedAt,
      state: one.state,
      outcome: one.outcome,
      class: one.state === 'not-accepted' ? null : classOf(one, this.#now),
    };
  }

  #eventOf(row: PublishedRow, way: Way): ExportedEvent {
    const { step, transition } = way.next(row);
    return {
      seq: row.seq,
      at: row.at,
      activity: step?.name ?? this.#words(`flow.event.${row.type}`),
      transition,
      type: row.type,
      step: step?.code ?? null,
      officer: row.accountId && this.#pseudonyms.of('officer', row.accountId),
      role: step?.role ?? null,
      office: row.officeId && (this.#codes.get(row.officeId) ?? null),
      papers: row.paperIds.map((id) => this.#pseudonyms.of('paper', id)),
    };
  }
}
