import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { StartRefusal } from '../config.ts';

export type Kind = 'demo' | 'real';

export async function findKind(owner: pg.Pool): Promise<Kind | null> {
  const { rows } = await owner.query<{ kind: Kind }>('select kind from platform.installation');
  return rows[0]?.kind ?? null;
}

/** The kind is written once. `ask` is called when nothing is stored and nothing was said. */
export async function settleKind(
  owner: pg.Pool,
  wanted: Kind | null,
  ask: () => Promise<Kind>,
  check: (kind: Kind) => void,
): Promise<Kind> {
  const stored = await findKind(owner);
  if (stored && wanted && stored !== wanted) throw new StartRefusal(`kind-is-${stored}`);
  const kind = stored ?? wanted ?? (await ask());
  check(kind);
  if (!stored)
    await owner.query('insert into platform.installation (id, kind) values ($1, $2) on conflict do nothing', [
      randomUUID(),
      kind,
    ]);
  return kind;
}
