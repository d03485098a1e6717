import type { CivilDate } from '#kernel/civil-date.ts';
import type { AuditOrigin } from '#modules/audit/index.ts';
import { findUnit } from '#modules/places/index.ts';
import { inTransaction, type Queries } from '#platform/db/database.ts';
import { type IdentityDeps, log } from '../deps.ts';
import { organisationFile } from '../organisation-file.ts';
import { type Organised, organise } from './organise.ts';

export type OrganiseAnswer =
  /** Not JSON, or not the shape described in docs/operations/organisation-file.md: `agencies.0.name: …`. */
  { readonly ok: false; readonly problems: readonly string[] } | ({ readonly ok: true } & Organised);

/** Reads and loads the text of an organisation's file in one transaction: `./motcua organise FILE`, and the demo's seeds. */
export async function organiseFromFile(
  deps: IdentityDeps,
  text: string,
  options: { readonly dryRun: boolean; readonly origin: AuditOrigin },
): Promise<OrganiseAnswer> {
  const parsed = organisationFile.safeParse(jsonOf(text));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`,
    );
    return { ok: false, problems };
  }
  const { dryRun, origin } = options;
  const { random, key, installation } = deps;
  const placeName = async (q: Queries, code: string, on: CivilDate) => (await findUnit(q, code, on))?.name;
  return inTransaction(deps.db, async (tx) => {
    const { machineNow } = origin;
    const result = await organise(tx, parsed.data, {
      random,
      key,
      installation,
      dryRun,
      machineNow,
      placeName,
    });
    if (result.loaded) await log(tx, origin, 'organise', undefined);
    return { ok: true, ...result };
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
