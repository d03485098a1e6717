import type { Instant } from '#kernel/instant.ts';
import { type Finding, type LawRule, type Level, occasionOf } from './law-rule.ts';
import type { Watched } from './watched.ts';

/** A finding as it is kept beside the dossier. */
export interface KeptFinding {
  readonly dossierId: string;
  readonly rule: LawRule;
  readonly order: number;
  readonly level: Level;
  readonly occasion: string;
  readonly by: Instant;
  readonly since: Instant;
  readonly agencyId: string;
  readonly intakeOfficeId: string;
  /** Who has to act. */
  readonly officeId: string;
  readonly accountId: string | null;
  readonly task: string;
  /** Length of the history that was looked at. */
  readonly seq: number;
}

export function keptFinding(dossier: Watched, { doer, ...finding }: Finding): KeptFinding {
  const { id: dossierId, seq, agencyId, intakeOfficeId } = dossier;
  return { dossierId, ...finding, occasion: occasionOf(finding), agencyId, intakeOfficeId, ...doer, seq };
}

/** What a new look changes: most of what was found before stands as it stood, and is not written again. */
export function changes(
  before: readonly KeptFinding[],
  after: readonly KeptFinding[],
): { readonly saved: KeptFinding[]; readonly gone: KeptFinding[] } {
  const there = new Map(before.map((one) => [keyOf(one), one]));
  const saved = after.filter((one) => {
    const old = there.get(keyOf(one));
    return !old || contentOf(old) !== contentOf(one);
  });
  const now = new Set(after.map(keyOf));
  return { saved, gone: before.filter((one) => !now.has(keyOf(one))) };
}

const keyOf = ({ dossierId, rule, order }: KeptFinding) => `${dossierId} ${rule} ${order}`;
const contentOf = ({
  occasion,
  since,
  agencyId,
  intakeOfficeId,
  officeId,
  accountId,
  task,
  seq,
}: KeptFinding) => [occasion, since, agencyId, intakeOfficeId, officeId, accountId, task, seq].join(' ');
