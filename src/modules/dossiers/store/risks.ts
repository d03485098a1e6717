import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Risk } from '../rules/risk.ts';
import { REAL } from './real-dossiers.ts';

/** Of the step and the due date as they stood then: it says nothing of any other. */
export interface JudgedRisk extends Risk {
  readonly dossierId: string;
  readonly stepIndex: number;
  readonly dueAt: Instant;
  /** Legal time. */
  readonly judgedAt: Instant;
}

/** What was judged before and reads the same stays as it is. */
export async function saveRisks(tx: Tx, judged: readonly JudgedRisk[]): Promise<void> {
  if (judged.length === 0) return;
  const rows = judged.map((one) => ({
    ...{ dossier_id: one.dossierId, step_index: one.stepIndex, due_at: one.dueAt, level: one.level },
    ...{ reason: one.reason, entered_at: one.enteredAt, usual_minutes: one.usualMinutes },
    ...{ open_now: one.openNow, open_usual: one.openUsual, judged_at: one.judgedAt },
    probability: one.probability.toFixed(3),
  }));
  await sql`
    insert into dossiers.risk as old
    select * from jsonb_populate_recordset(null::dossiers.risk, ${JSON.stringify(rows)}::jsonb)
    on conflict (dossier_id) do update
       set (step_index, due_at, probability, level, reason, entered_at, usual_minutes, open_now, open_usual, judged_at)
         = (excluded.step_index, excluded.due_at, excluded.probability, excluded.level, excluded.reason,
            excluded.entered_at, excluded.usual_minutes, excluded.open_now, excluded.open_usual, excluded.judged_at)
     where (old.step_index, old.due_at, old.probability, old.level, old.reason)
           is distinct from
           (excluded.step_index, excluded.due_at, excluded.probability, excluded.level, excluded.reason)`.execute(
    tx,
  );
}

/** Those of dossiers whose clock runs no more. */
export async function forgetRisks(tx: Tx): Promise<void> {
  await sql`
    delete from dossiers.risk r
     where not exists (select from ${REAL} d where d.id = r.dossier_id and d.clock = 'running')`.execute(tx);
}

const columns = sql`r.probability as risk_probability, r.level as risk_level, r.reason as risk_reason,
  r.entered_at as risk_entered_at, r.usual_minutes as risk_usual_minutes, r.open_now as risk_open_now,
  r.open_usual as risk_open_usual`;

/** What the row `d` has beside it, where it was judged as it stands. */
export interface RiskColumns {
  readonly risk_probability: string | null;
  readonly risk_level: Risk['level'] | null;
  readonly risk_reason: Risk['reason'] | null;
  readonly risk_entered_at: Instant | null;
  readonly risk_usual_minutes: number | null;
  readonly risk_open_now: number | null;
  readonly risk_open_usual: number | null;
}

/** Beside a dossier `d`: its line, when it was judged of this step and this date. */
export const RISK_OF_D = sql<RiskColumns>`(select ${columns} from dossiers.risk r
   where r.dossier_id = d.id and r.step_index = coalesce(d.step_index, 0) and r.due_at = d.due_at)`;

export const riskColumns = [
  'risk_probability',
  'risk_level',
  'risk_reason',
  'risk_entered_at',
  'risk_usual_minutes',
  'risk_open_now',
  'risk_open_usual',
] as const;

export function riskOf(row: RiskColumns): Risk | null {
  const { risk_level: level, risk_reason: reason, risk_entered_at: enteredAt } = row;
  if (level === null || reason === null || enteredAt === null) return null;
  return {
    ...{ level, reason, enteredAt, probability: Number(row.risk_probability) },
    ...{ usualMinutes: row.risk_usual_minutes ?? 0 },
    ...{ openNow: row.risk_open_now ?? 0, openUsual: row.risk_open_usual ?? 0 },
  };
}

/** Of one dossier as it stands; null: not judged. */
export async function findRisk(q: Queries, dossierId: string): Promise<Risk | null> {
  const { rows } = await sql<RiskColumns>`
    select r.* from ${REAL} d cross join lateral ${RISK_OF_D} r where d.id = ${dossierId}`.execute(q);
  return rows[0] ? riskOf(rows[0]) : null;
}

/** Of some of them, as they stand; who is not in it was not judged so. */
export async function listRisks(
  q: Queries,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, Risk>> {
  const { rows } = await sql<RiskColumns & { readonly id: string }>`
    select d.id, r.* from ${REAL} d cross join lateral ${RISK_OF_D} r
     where d.id = any (${dossierIds}::uuid[])`.execute(q);
  const found = new Map<string, Risk>();
  for (const row of rows) {
    const risk = riskOf(row);
    if (risk) found.set(row.id, risk);
  }
  return found;
}
