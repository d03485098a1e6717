import { type CivilDate, dateOf } from '#kernel/civil-date.ts';
import { findBatchAfter, type StoredEntry } from '#modules/audit/index.ts';
import { answering, listStandings, type Standing } from '#modules/dossiers/index.ts';
import { actsFor, agenciesOfOffices } from '#modules/identity/index.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import type { ProtectionDeps } from '../deps.ts';
import { isAlarming, isStranger, type Reading } from '../rules/strangers.ts';
import { findAgencyRule } from '../store/agency-rules.ts';
import { insertAlarm } from '../store/alarms.ts';
import {
  countStrangerReads,
  getWatchedForUpdate,
  insertRefusedReads,
  insertStrangerReads,
  type ReaderDay,
  type RefusedRead,
  type StrangerRead,
  setWatched,
} from '../store/watched-reads.ts';

type Watching = Pick<ProtectionDeps, 'db' | 'random' | 'clock' | 'machineMs'>;

/**
 * Looks through what was sealed in the log since the last time, batch by batch, each in one transaction with the
 * mark of how far it got: refused tries are put where their agencies see them, reads of strangers' dossiers are
 * counted, and who passed the agency's limit raises an alarm. Answers the number of batches.
 */
export async function watchReads(deps: Watching): Promise<number> {
  for (let batches = 0; ; batches += 1) if (!(await watchOne(deps))) return batches;
}

function watchOne(deps: Watching): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const batch = await findBatchAfter(tx, await getWatchedForUpdate(tx), 'dossier');
    if (!batch) return false;
    const facts = await factsOf(tx, batch.entries);
    await insertRefusedReads(tx, refusedOf(batch.entries, facts));
    const strangers = await notStoodInFor(tx, strangersOf(batch.entries, facts));
    await insertStrangerReads(tx, strangers);
    for (const of of readerDays(strangers)) await raiseWhenAlarming(tx, deps, of);
    await setWatched(tx, batch.seq);
    return true;
  });
}

/** What has to be known about the dossiers and offices that some entries name. */
interface Facts {
  readonly standings: ReadonlyMap<string, Standing>;
  /** Agency of each office. */
  readonly agencies: ReadonlyMap<string, string>;
}

async function factsOf(tx: Tx, entries: readonly StoredEntry[]): Promise<Facts> {
  const names = new Set(entries.flatMap(({ subject_id: id }) => (id === null ? [] : [id])));
  const standings = await listStandings(tx, [...names]);
  const offices = entries.flatMap(({ office_id: id }) => (id === null ? [] : [id]));
  return {
    standings: new Map(standings.map((standing) => [standing.name, standing])),
    agencies: await agenciesOfOffices(tx, offices),
  };
}

function placesOf(entry: StoredEntry, { standings, agencies }: Facts) {
  return {
    standing: standings.get(entry.subject_id ?? ''),
    readersAgency: entry.office_id ? agencies.get(entry.office_id) : undefined,
  };
}

function refusedOf(entries: readonly StoredEntry[], facts: Facts): RefusedRead[] {
  return entries
    .filter((entry) => entry.result === 'refused')
    .flatMap((entry) => {
      const { standing, readersAgency } = placesOf(entry, facts);
      const concerned = new Set([standing?.agencyId, readersAgency].filter((id) => id !== undefined));
      return [...concerned].map((agencyId) => ({ agencyId, position: entry.position }));
    });
}

interface Candidate extends StrangerRead {
  readonly standing: Standing;
}

function strangersOf(entries: readonly StoredEntry[], facts: Facts): Candidate[] {
  return entries.filter(isWatched).flatMap((entry) => {
    const { standing, readersAgency } = placesOf(entry, facts);
    const { account_id: accountId, office_id: officeId, position } = entry;
    if (!standing || !accountId || !isStranger({ accountId, officeId }, standing)) return [];
    const agencyId = readersAgency ?? standing.agencyId;
    return [{ agencyId, accountId, day: dayOf(entry), dossier: standing.name, position, standing }];
  });
}

/** Without the work of those whom the reader stood in for on that day: it was nobody's stranger's. */
async function notStoodInFor(tx: Tx, candidates: readonly Candidate[]): Promise<StrangerRead[]> {
  const stoodIn = new Map<string, Reading[]>();
  for (const { accountId, day } of candidates) {
    const key = `${accountId} ${day}`;
    if (stoodIn.has(key)) continue;
    const posts = await actsFor(tx, accountId, day);
    stoodIn.set(
      key,
      posts.map(({ officeId, insteadOf }) => ({ accountId: insteadOf?.accountId ?? null, officeId })),
    );
  }
  return candidates
    .filter(({ accountId, day, standing }) =>
      isStranger({ accountId, officeId: null }, standing, stoodIn.get(`${accountId} ${day}`)),
    )
    .map(({ standing: _, ...read }) => read);
}

/** Reads owed to a person who asks are accounted for by their question. */
function isWatched({ action, result, reason }: StoredEntry): boolean {
  const owed = answering.some((purpose) => purpose === reason);
  return action === 'dossiers/read' && result === 'allowed' && !owed;
}

function dayOf(entry: StoredEntry): CivilDate {
  return dateOf(entry.legal_at);
}

function readerDays(reads: readonly StrangerRead[]): ReaderDay[] {
  const keyOf = ({ agencyId, accountId, day }: ReaderDay) => `${agencyId} ${accountId} ${day}`;
  return [...new Map(reads.map((read) => [keyOf(read), read])).values()];
}

async function raiseWhenAlarming(tx: Tx, deps: Watching, of: ReaderDay): Promise<void> {
  const { strangersADay } = await findAgencyRule(tx, of.agencyId);
  if (!isAlarming(await countStrangerReads(tx, of), strangersADay)) return;
  const { agencyId, accountId, day } = of;
  const id = deps.random.uuid(deps.machineMs());
  const raisedAt = deps.clock.now();
  await insertAlarm(tx, { id, agencyId, accountId, day, moreThan: strangersADay, raisedAt });
}
