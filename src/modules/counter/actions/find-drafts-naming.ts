import type { Instant } from '#kernel/instant.ts';
import { plainNumber } from '#modules/dossiers/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { type Draft, eachOpenDraft } from '../store/drafts.ts';

/** An open draft that names a person, without what it says. */
export interface DraftNaming {
  readonly id: string;
  readonly accountId: string;
  readonly procedureName: string;
  readonly updatedAt: Instant;
}

/**
 * Open drafts of some offices in which an identity or tax number was typed. Drafts are sealed and forgotten after
 * 30 days, so they are few enough to be opened one by one, in parts.
 */
export async function findDraftsNaming(
  deps: { readonly db: Queries; readonly draftKey: Uint8Array },
  officeIds: readonly string[],
  number: string,
): Promise<DraftNaming[]> {
  const found: DraftNaming[] = [];
  for await (const part of eachOpenDraft(deps.db, deps, officeIds))
    for (const draft of part) if (names(draft, plainNumber(number))) found.push(lineOf(draft));
  return found;
}

function names({ fields }: Draft, wanted: string): boolean {
  return Object.entries(fields).some(
    ([field, text]) => /\.(?:id-number|tax-code)$/.test(field) && plainNumber(text) === wanted,
  );
}

function lineOf({ id, accountId, procedureName, updatedAt }: Draft): DraftNaming {
  return { id, accountId, procedureName, updatedAt };
}
