import type { Instant } from '#kernel/instant.ts';
import { type EntryPage, listAboutAny, listEntries, record, type StoredEntry } from '#modules/audit/index.ts';
import { findDossiersOfPerson, listNames, listStandings } from '#modules/dossiers/index.ts';
import { type DescribedPost, describePosts, nameAccounts } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Officer, ProtectionDeps } from '../deps.ts';
import { agenciesOf } from '../rules/officer.ts';
import type { Question } from '../store/questions.ts';
import { listRefusedReads } from '../store/watched-reads.ts';
import { namesOf } from './answer.ts';
import { officerEntry } from './officer-entry.ts';

/** One line of the log as a person reads it. */
export interface ReadLine {
  readonly position: string;
  readonly at: Instant;
  readonly dossier: string;
  /** Null: nobody signed in. */
  readonly name: string | null;
  readonly post: DescribedPost | null;
  readonly address: string | null;
  readonly action: string;
  readonly result: 'allowed' | 'refused';
  /** What it was for, or why it was refused. */
  readonly reason: string | null;
}

/** Who read what is held about the person of a question, newest first. */
export async function listReadsOfPerson(
  deps: ProtectionDeps,
  officer: Officer,
  question: Question,
  page: EntryPage,
): Promise<ReadLine[]> {
  await record(deps.db, {
    ...officerEntry(officer, 'read-log'),
    subject: { kind: 'question', id: question.id },
  });
  const { number, found: known } = question;
  const agencyIds = agenciesOf(officer.actor);
  const ids = await findDossiersOfPerson(deps, { number, agencyIds, known });
  const names = (await listNames(deps.db, ids)).flatMap(namesOf);
  return linesOf(deps.db, await listAboutAny(deps.db, { kind: 'dossier', ids: names }, page));
}

/** Who read one dossier of the officer's agencies; undefined when it is none of theirs, and that is logged. */
export async function listReadsOfDossier(
  { db }: ProtectionDeps,
  officer: Officer,
  name: string,
  page: EntryPage,
): Promise<ReadLine[] | undefined> {
  const [standing] = await listStandings(db, [name]);
  const may = standing && agenciesOf(officer.actor).includes(standing.agencyId);
  const entry = officerEntry(officer, 'read-log', standing?.agencyId);
  const subject = { kind: 'dossier', id: standing ? name : 'unknown' };
  if (!may) {
    await record(db, { ...entry, subject, result: 'refused', reason: 'protection/not-found' });
    return undefined;
  }
  await record(db, { ...entry, subject });
  const names = (await listNames(db, [standing.id])).flatMap(namesOf);
  return linesOf(db, await listAboutAny(db, { kind: 'dossier', ids: names }, page));
}

/** Who tried what they may not see: people of the officer's agencies, and others at these agencies' dossiers. */
export async function listRefused(
  { db }: ProtectionDeps,
  officer: Officer,
  page: EntryPage,
): Promise<ReadLine[]> {
  await record(db, officerEntry(officer, 'read-refused'));
  const positions = await listRefusedReads(db, agenciesOf(officer.actor), page);
  return linesOf(db, await listEntries(db, positions));
}

/** Entries with the names of people and posts. */
export async function linesOf(q: Queries, entries: readonly StoredEntry[]): Promise<ReadLine[]> {
  const names = await nameAccounts(q, present(entries.map((entry) => entry.account_id)));
  const posts = await describePosts(q, present(entries.map((entry) => entry.post_id)));
  return entries.map((entry) => ({
    position: entry.position,
    at: entry.legal_at,
    dossier: entry.subject_id ?? '',
    name: entry.account_id && (names.get(entry.account_id) ?? entry.account_id.slice(-8)),
    post: (entry.post_id && posts.get(entry.post_id)) || null,
    address: entry.address,
    action: entry.action,
    result: entry.result === 'refused' ? 'refused' : 'allowed',
    reason: entry.reason,
  }));
}

function present(ids: readonly (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
