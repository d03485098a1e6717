import { openText, seal } from '#platform/crypto/sealing.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Random } from '#platform/random/random.ts';

interface Keys {
  /** 32 bytes from outside the database. */
  readonly cashKey: Uint8Array;
  readonly random: Random;
  readonly machineMs: () => number;
}

const contextOf = (id: string) => `cash-note:${id}`;

/** Keeps what somebody typed; null when nothing was. About a dossier, or (null) about a day. */
export async function insertNote(
  tx: Tx,
  keys: Keys,
  text: string | null,
  dossierId: string | null,
): Promise<string | null> {
  const note = sealedNote(keys, text, dossierId);
  if (note === null) return null;
  await tx.insertInto('cash.note').values(note).execute();
  return note.id;
}

export function sealedNote(
  { cashKey, random, machineMs }: Keys,
  text: string | null,
  dossierId: string | null,
) {
  if (text === null || text === '') return null;
  const id = random.uuid(machineMs());
  return { id, dossier_id: dossierId, sealed: seal(cashKey, Buffer.from(text), contextOf(id), random) };
}

/** Texts by id; what was erased by law is missing. */
export async function readNotes(
  q: Queries,
  { cashKey }: Pick<Keys, 'cashKey'>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await q.selectFrom('cash.note').selectAll().where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, sealed }) => [id, openText(cashKey, sealed, contextOf(id))]));
}

/** What was typed about a dossier goes with its personal data. */
export async function deleteNotesOf(tx: Tx, dossierId: string): Promise<void> {
  await tx.deleteFrom('cash.note').where('dossier_id', '=', dossierId).execute();
}
