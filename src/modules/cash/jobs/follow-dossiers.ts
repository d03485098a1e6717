import { z } from 'zod';
import type { Instant } from '#kernel/instant.ts';
import { inTransaction } from '#platform/db/database.ts';
import { type Job, job } from '#platform/jobs/job.ts';
import { followDossier } from '../actions/follow-dossier.ts';
import type { CashDeps } from '../deps.ts';
import { deleteNotesOf } from '../store/notes.ts';

type Needs = Pick<CashDeps, 'db' | 'cashStores'>;

const told = z.object({
  at: z.string().transform((text) => text as Instant),
  payload: z.object({ dossierId: z.uuid() }),
});

/** `dossiers/handed-over`: what is paid at return is due now. */
export function fallDueAtHandOver(deps: Needs): Job {
  return job({
    name: 'cash-fall-due',
    payload: told,
    run: ({ at, payload }) => followDossier(deps, payload.dossierId, 'fall-due', at),
  });
}

/** `dossiers/withdrawn`, `dossiers/stopped`, `dossiers/acceptance-annulled`: nobody asks for what was not paid. */
export function dropUnpaid(deps: Needs): Job {
  return job({
    name: 'cash-drop-unpaid',
    payload: told,
    run: ({ at, payload }) => followDossier(deps, payload.dossierId, 'drop', at),
  });
}

/** `dossiers/personal-erased`: what was typed about it goes; amounts, numbers and days stay. */
export function forgetNotesOfErased(deps: Pick<CashDeps, 'db'>): Job {
  return job({
    name: 'cash-forget-notes-of-erased',
    payload: told,
    run: ({ payload }) => inTransaction(deps.db, (tx) => deleteNotesOf(tx, payload.dossierId)),
  });
}
