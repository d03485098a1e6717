import { type SelectQueryBuilder, sql } from 'kysely';
import type { Role } from '#kernel/actor.ts';
import type { CivilDate } from '#kernel/civil-date.ts';
import type { Level, Regime } from '#modules/catalogue/index.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/schema.ts';
import type { Process, ProcessKey, Signer, StepKind, StepOffice } from './rules/process.ts';
import type { WrittenHandling, WrittenModel, WrittenProcess } from './rules/written.ts';

export interface Handled {
  readonly regime: Regime;
  readonly level: Level;
  readonly code: string;
  readonly field: string;
}

/** Who handles a procedure: its own row before the row of its field. */
export async function findHandling(q: Queries, about: Handled): Promise<WrittenHandling | undefined> {
  const row = await q
    .selectFrom('workflow.handling')
    .selectAll()
    .where('regime', '=', about.regime)
    .where('level', '=', about.level)
    .where((where) =>
      where.or([
        where('procedure_code', '=', about.code),
        where.and([where('procedure_code', '=', ''), where('field', '=', about.field)]),
      ]),
    )
    .orderBy('procedure_code', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      section: row.section_key,
      outside: row.outside_key,
      process: row.process_key as ProcessKey,
      signer: row.signer as Signer,
    }
  );
}

/** Keys of the sections, and of the authorities that are asked, that the tables name for agencies of a level. */
export async function listSectionKeys(q: Queries, regime: Regime, level: Level): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select section_key as key from workflow.handling where regime = ${regime} and level = ${level}
    union select outside_key from workflow.handling
     where regime = ${regime} and level = ${level} and outside_key is not null
    order by 1`.execute(q);
  return rows.map((row) => row.key);
}

/** The process of this kind in force on that day. */
export async function findProcess(
  q: Queries,
  key: ProcessKey,
  signer: Signer,
  on: CivilDate,
): Promise<Process | undefined> {
  const inForce = q
    .selectFrom('workflow.process_version')
    .select('id')
    .where('key', '=', key)
    .where('signer', '=', signer)
    .where('superseded', '=', false)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', on)]))
    .orderBy('valid_from', 'desc')
    .limit(1);
  return processOf(await stepsOf(q, inForce).execute());
}

/** A version by its id, also one that was replaced since. Throws when unknown. */
export async function getProcess(q: Queries, versionId: string): Promise<Process> {
  const process = processOf(await stepsOf(q, versionId).execute());
  if (!process) throw new Error(`no process version ${versionId}`);
  return process;
}

function stepsOf(
  q: Queries,
  version: string | SelectQueryBuilder<DB, 'workflow.process_version', { id: string }>,
) {
  return q
    .selectFrom('workflow.process_version as p')
    .innerJoin('workflow.step as s', 's.process_id', 'p.id')
    .select(['p.id', 'p.key', 's.code', 's.name', 's.kind', 's.role', 's.office'])
    .select(sql<number>`s.share::float8`.as('share'))
    .where('p.id', '=', version)
    .orderBy('s.ordinal');
}

type StepRow = Awaited<ReturnType<ReturnType<typeof stepsOf>['execute']>>[number];

function processOf(rows: readonly StepRow[]): Process | undefined {
  const [first] = rows;
  if (!first) return undefined;
  return {
    versionId: first.id,
    key: first.key as ProcessKey,
    steps: rows.map((row) => ({
      code: row.code,
      name: row.name,
      kind: row.kind as StepKind,
      role: row.role as Role,
      office: row.office as StepOffice,
      share: row.share,
    })),
  };
}

/** Adds versions that are new; of the same kind and first day the older one is superseded. */
export async function keepProcesses(
  tx: Tx,
  versions: readonly { readonly id: string; readonly written: WrittenProcess }[],
): Promise<void> {
  const ids = versions.map((version) => version.id);
  await tx
    .updateTable('workflow.process_version')
    .set({ superseded: true })
    .where('superseded', '=', false)
    .where(sql<boolean>`id <> all(${ids}::uuid[])`)
    .execute();
  await tx
    .insertInto('workflow.process_version')
    .values(
      versions.map(({ id, written }) => ({
        id,
        key: written.key,
        signer: written.signer,
        valid_from: written.validFrom,
        valid_to: written.validTo ?? null,
        basis: written.basis,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ superseded: false }))
    .execute();
  await tx
    .insertInto('workflow.step')
    .values(
      versions.flatMap(({ id, written }) =>
        written.steps.map((step, index) => ({ ...step, process_id: id, ordinal: index + 1 })),
      ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The table of sections is replaced whole: dossiers keep the offices they were planned with. */
export async function replaceHandling(tx: Tx, models: readonly WrittenModel[]): Promise<void> {
  await tx.deleteFrom('workflow.handling').execute();
  const rows = models.flatMap((model) => [
    ...Object.entries(model.fields).map(([field, one]) => handlingRow(model, one, field, '')),
    ...Object.entries(model.procedures).map(([code, one]) => handlingRow(model, one, '', code)),
  ]);
  await tx.insertInto('workflow.handling').values(rows).execute();
}

function handlingRow(model: WrittenModel, one: WrittenHandling, field: string, code: string) {
  return {
    regime: model.regime,
    level: model.level,
    field,
    procedure_code: code,
    section_key: one.section,
    outside_key: one.outside,
    process_key: one.process,
    signer: one.signer,
  };
}

/** What somebody of a level handles by an internal process: one procedure by its code, or a whole field. */
export interface HandledMatter {
  readonly level: Level;
  /** Empty: the whole field. */
  readonly code: string;
  readonly field: string;
}

export async function listHandled(q: Queries, regime: Regime): Promise<HandledMatter[]> {
  const rows = await q
    .selectFrom('workflow.handling')
    .select(['level', 'procedure_code as code', 'field'])
    .where('regime', '=', regime)
    .execute();
  return rows as HandledMatter[];
}
