import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { type Dossier, type PersonalFiling, readDossier } from '#modules/dossiers/index.ts';
import type { CounterDeps } from '../deps.ts';
import { fieldsLike, type Like } from '../rules/like-before.ts';
import { type By, counterPost } from './by.ts';
import { startDraft } from './start-draft.ts';

/** An accepted dossier with what was filed, to begin the next one like it. */
export interface Before {
  readonly dossier: Dossier;
  readonly personal: PersonalFiling;
}

/**
 * Opens the dossier before: a read like any other, logged with what it is for.
 * Refusals: `dossiers/not-found`, `counter/not-accepted-yet`, `counter/erased`.
 */
export async function readBefore(deps: CounterDeps, by: By, number: string): Promise<Outcome<Before>> {
  const read = await readDossier(deps, { ...by, purpose: 'next-like' }, number);
  if (!read.ok) return read;
  const { dossier } = read.value;
  if (dossier.number === null) return refused('counter/not-accepted-yet');
  if (!dossier.personal) return refused('counter/erased');
  return accepted({ dossier, personal: dossier.personal });
}

interface Wanted {
  /** Of the dossier before. */
  readonly number: string;
  readonly like: Like;
  /** The procedure of the next one, where it is another. */
  readonly code: string | null;
  /** Made with the page: pressed again it is the same draft. */
  readonly key: string;
}

/** Begins a draft with what is the same as in a dossier before: the person, the matter, or both. */
export async function startLike(
  deps: CounterDeps,
  by: By,
  { number, like, code, key }: Wanted,
): Promise<Outcome<{ readonly draftId: string }>> {
  const before = await readBefore(deps, by, number);
  if (!before.ok) return before;
  const { dossier, personal } = before.value;
  const { filing, training } = dossier;
  const here = counterPost(by.actor, filing.intakeOfficeId);
  const wantedCode = like === 'person' ? code : filing.procedure.code;
  if (wantedCode === null) return refused('counter/no-procedure-chosen');
  return startDraft(deps, by, {
    code: wantedCode,
    training,
    ...(here ? { officeId: here.officeId } : {}),
    like: { key, number: dossier.number ?? number, copied: fieldsLike(filing, personal, like) },
  });
}
