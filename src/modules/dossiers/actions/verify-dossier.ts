import { isDeepStrictEqual } from 'node:util';
import type { PaperSealRow } from '#modules/documents/index.ts';
import { isBeginning } from '../rules/after.ts';
import { intervalsBegun } from '../rules/clock-interval.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierEvent } from '../rules/event.ts';
import { fold } from '../rules/fold.ts';
import { dueProjection, personalProjection, projection } from '../rules/projection.ts';
import { linkHash, NO_HASH, personalDigest } from '../store/chain.ts';
import { type IntervalRow, intervalRows } from '../store/clock-intervals.ts';
import { asEvent } from '../store/events.ts';
import type { ChainRow, HistoryRow } from '../store/history-rows.ts';
import { type DossierKeys, openPersonal, unwrapKey } from '../store/personal-part.ts';
import { type HistoryProblem, sameBytes, type WrongHistory, wrong } from './history-problem.ts';

/** All that is kept of one dossier. */
export interface Kept {
  readonly row: HistoryRow;
  readonly chain: readonly ChainRow[];
  readonly papers: readonly PaperSealRow[];
  /** None: from before they were kept, a job has still to write them. */
  readonly intervals: readonly IntervalRow[];
}

/** The chain, then what it says against the row and the papers. Asks nobody: what is compared was read before. */
export function verifyDossier(keys: DossierKeys, kept: Kept): WrongHistory | null {
  const { row, chain } = kept;
  const erased = chain.some((link) => link.type === 'personal-erased');
  const key = row.wrappedKey && unwrapped(keys, row);
  if (row.wrappedKey && !key) return wrong('personal-changed', row.name);
  if (!erased && chain.length > 0 && !key) return wrong('erased-without-event', row.name);
  if (erased && (key || chain.some((link) => link.sealed))) return wrong('not-erased', row.name);
  const events = openChain(row, chain, key);
  if ('problem' in events) return events;
  const dossier = fold(row.dossierId, events);
  if (marks(events).some((mark) => mark !== dossier.training)) return wrong('training-mark', row.name);
  return (
    verifyRow(row, dossier) ?? verifyIntervals(kept, events) ?? verifyPapers(kept, dossier, events, erased)
  );
}

/** Each beginning says whether it is a training dossier; all must say the same. */
function marks(events: readonly DossierEvent[]): boolean[] {
  return events.filter(isBeginning).map((event) => event.body.training ?? false);
}

function unwrapped(keys: DossierKeys, row: HistoryRow): Uint8Array | null {
  try {
    return row.wrappedKey && unwrapKey(keys, row.dossierId, row.wrappedKey);
  } catch {
    return null; // GCM found an altered byte, or another key
  }
}

/** The events, when every link holds up to the head and every personal part is the one that was written. */
function openChain(
  row: HistoryRow,
  chain: readonly ChainRow[],
  key: Uint8Array | null,
): DossierEvent[] | WrongHistory {
  let previous: Uint8Array = NO_HASH;
  const events: DossierEvent[] = [];
  for (const [index, link] of chain.entries()) {
    const where = `${row.name} #${link.seq}`;
    if (link.seq !== index + 1) return wrong('event-missing', `${row.name} #${index + 1}`);
    if (!linkHolds(link, previous)) return wrong('event-changed', where);
    const personal = openPart(link, key);
    if (personal !== null && typeof personal !== 'string') return wrong(personal.problem, where);
    events.push(asEvent(link, personal));
    previous = link.hash;
  }
  if (chain.length !== row.headSeq || chain.length === 0)
    return wrong('event-missing', `${row.name} #${chain.length + 1}`);
  return sameBytes(previous, row.headHash) ? events : wrong('head-differs', row.name);
}

function linkHolds(link: ChainRow, previous: Uint8Array): boolean {
  const hash = linkHash({
    dossierId: link.dossier_id,
    seq: link.seq,
    type: link.type,
    at: link.at,
    byAccount: link.by_account,
    byOffice: link.by_office,
    byName: link.by_name,
    body: link.body,
    personalDigest: link.personal_digest,
    previousHash: previous,
  });
  return sameBytes(hash, link.hash) && sameBytes(previous, link.previous_hash);
}

/** What is personal in an event, opened; null: nothing, or erased by law together with the key. */
function openPart(link: ChainRow, key: Uint8Array | null): string | null | { problem: HistoryProblem } {
  if (!link.personal_digest || !key) return link.sealed ? { problem: 'personal-changed' } : null;
  if (!link.sealed || !link.salt) return { problem: 'personal-missing' };
  try {
    const content = openPersonal(key, link.dossier_id, link.seq, link.sealed);
    const same = sameBytes(personalDigest(link.salt, content), link.personal_digest);
    return same ? content : { problem: 'personal-changed' };
  } catch {
    return { problem: 'personal-changed' }; // GCM found an altered byte
  }
}

function verifyRow({ name, columns, due }: HistoryRow, dossier: Dossier): WrongHistory | null {
  const row = Object.entries({ ...projection(dossier), ...personalProjection(dossier) });
  const dates = dueProjection(dossier);
  const uncounted = isUncounted(due.supplements, dates.supplements);
  const differing =
    row.find(([column, value]) => columns[column] !== value) ??
    Object.entries(dates).find(([column, value]) => {
      const there = due[column];
      if (column === 'kept_clock' || column === 'kept_dates') return !isKeptAs(there, value);
      return there !== value && !(uncounted && counted.includes(column));
    });
  return differing ? wrong('row-differs', `${name} ${differing[0]}`) : null;
}

/** Says the same in whatever order; null: from before clocks were kept beside the row, a job has still to note it. */
function isKeptAs(row: unknown, history: unknown): boolean {
  if (row === null || row === history) return true;
  if (typeof row !== 'string' || typeof history !== 'string') return false;
  try {
    return isDeepStrictEqual(JSON.parse(row), JSON.parse(history));
  } catch {
    return false; // what stands in the row is no clock
  }
}

const counted: readonly string[] = ['national_due_at', 'supplements'];

/** From before the clock of QĐ 766 was kept: a job has still to count it, or its history does not say what the job counted. */
function isUncounted(row: unknown, history: number | null): boolean {
  return row === null || history === null;
}

function verifyIntervals({ row, intervals }: Kept, events: readonly DossierEvent[]): WrongHistory | null {
  if (intervals[0]?.seq !== 1) return null;
  const expected = intervalRows(row.dossierId, intervalsBegun(null, events, row.dossierId)).map(
    (one, index) => {
      const { supplements, national_due_at } = intervals[index] ?? one;
      return isUncounted(supplements, one.supplements) ? { ...one, supplements, national_due_at } : one;
    },
  );
  if (isDeepStrictEqual(intervals, expected)) return null;
  const differing = expected.find((one, index) => !isDeepStrictEqual(one, intervals[index]));
  return wrong('interval-differs', `${row.name} #${differing?.seq ?? expected.length + 1}`);
}

/** Every paper that the history names is there, says what it said, and was destroyed only with the rest. */
function verifyPapers(
  { row: { name }, papers }: Kept,
  { paperIds }: Dossier,
  events: readonly DossierEvent[],
  erased: boolean,
): WrongHistory | null {
  const there = new Map(papers.map((paper) => [paper.id, paper]));
  const sealed = events.flatMap((event) => event.body.papers ?? []);
  const missing = [...paperIds, ...sealed.map((paper) => paper.id)].find((id) => !there.has(id));
  if (missing) return wrong('paper-missing', `${name} ${missing}`);
  const changed = sealed.find((paper) => there.get(paper.id)?.sha256 !== paper.sha256);
  if (changed) return wrong('paper-changed', `${name} ${changed.id}`);
  const other = papers.find((paper) => paper.erased !== erased);
  return other ? wrong(erased ? 'not-erased' : 'erased-without-event', `${name} ${other.id}`) : null;
}
