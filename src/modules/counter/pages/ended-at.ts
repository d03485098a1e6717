import { isGroup } from '#modules/dossiers/index.ts';
import { type Reply, redirect } from '#platform/http/route.ts';
import type { CounterPageDeps } from '../deps.ts';
import type { Draft } from '../store/drafts.ts';
import { paths } from './paths.ts';

/** Where a draft leads that has ended: to its dossier, to all of them where several people came with one matter. */
export async function endedAt(
  { db }: Pick<CounterPageDeps, 'db'>,
  { id, dossier }: Pick<Draft, 'id'> & { readonly dossier: string },
): Promise<Reply> {
  return redirect((await isGroup(db, id)) ? paths.group(id) : paths.dossier(dossier));
}
