import type { Selectable } from 'kysely';
import type { DB } from '#platform/db/schema.ts';
import type { ProcedureContent } from '../rules/derive.ts';
import type { Channel, Confidence, Level, Procedure } from '../rules/procedure.ts';

type Row = Selectable<DB['catalogue.procedure_version']>;

export function procedureOf(row: Row): Procedure {
  return {
    versionId: row.id,
    code: row.code,
    name: row.name,
    officialName: row.official_name,
    field: row.field,
    levels: { '2018': row.levels_2018 as Level[], '2025': row.levels_2025 as Level[] },
    authority: { '2018': row.authority_2018, '2025': row.authority_2025 },
    channels: row.channels as Channel[],
    cases: row.cases as unknown as Procedure['cases'],
    limits: row.limits as unknown as Procedure['limits'],
    adjustments: row.adjustments as unknown as Procedure['adjustments'],
    fees: row.fees as unknown as Procedure['fees'],
    papers: row.papers as unknown as Procedure['papers'],
    results: row.results as unknown as Procedure['results'],
    exclusions: row.exclusions,
    basis: row.basis as unknown as Procedure['basis'],
    decision: row.decision,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    note: row.note,
    confidence: row.confidence as Confidence,
    unverified: row.unverified,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export interface VersionToKeep {
  readonly id: string;
  readonly ordinal: number;
  readonly content: ProcedureContent;
}

export function rowOf({ id, ordinal, content }: VersionToKeep) {
  return {
    id,
    ordinal,
    code: content.code,
    valid_from: content.validFrom,
    valid_to: content.validTo,
    name: content.name,
    official_name: content.officialName,
    field: content.field,
    levels_2018: [...content.levels['2018']],
    levels_2025: [...content.levels['2025']],
    authority_2018: content.authority['2018'],
    authority_2025: content.authority['2025'],
    channels: [...content.channels],
    cases: JSON.stringify(content.cases),
    limits: JSON.stringify(content.limits),
    adjustments: JSON.stringify(content.adjustments),
    fees: JSON.stringify(content.fees),
    papers: JSON.stringify(content.papers),
    results: JSON.stringify(content.results),
    exclusions: content.exclusions,
    basis: JSON.stringify(content.basis),
    decision: content.decision,
    replaces: content.replaces,
    replaced_by: content.replacedBy,
    note: content.note,
    confidence: content.confidence,
    unverified: [...content.unverified],
  };
}
