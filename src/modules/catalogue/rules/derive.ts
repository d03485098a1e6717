import { addDays, type CivilDate } from '#kernel/civil-date.ts';
import {
  type Channel,
  type Fee,
  type LimitAdjustment,
  type Procedure,
  type ProcedureLimit,
  type Regime,
  type RequiredPaper,
  TWO_LEVELS_FROM,
} from './procedure.ts';
import type {
  CasesOfProcedure,
  WrittenCases,
  WrittenChannel,
  WrittenFee,
  WrittenLimit,
  WrittenPaper,
  WrittenProcedure,
} from './written.ts';

export type ProcedureContent = Omit<Procedure, 'versionId'>;

/**
 * The dated versions of a written procedure: one, or two where a limit holds in one regime only. Throws when
 * a text of a limit or of a condition is not in `cases`: nobody has said yet what it means.
 */
export function versionsOf(written: WrittenProcedure, cases: WrittenCases): ProcedureContent[] {
  const meaning = cases.procedures[written.code] ?? {};
  assertAllTextsAreKnown(written, meaning, cases.circumstances);
  const split = Object.values(meaning.limits ?? {}).some((one) => one.regime !== undefined);
  if (!split) return [content(written, meaning, null, cases.fees)];
  return [
    { ...content(written, meaning, '2018', cases.fees), validTo: addDays(TWO_LEVELS_FROM, -1) },
    { ...content(written, meaning, '2025', cases.fees), validFrom: TWO_LEVELS_FROM },
  ];
}

function assertAllTextsAreKnown(
  written: WrittenProcedure,
  meaning: CasesOfProcedure,
  circumstances: readonly string[],
): void {
  const unknown = [
    ...written.time_limits.map((one) => one.case).filter((text) => text !== null && !meaning.limits?.[text]),
    ...written.components
      .map((one) => one.condition)
      .filter((text) => text !== null && !meaning.papers?.[text] && !circumstances.includes(text)),
  ];
  if (unknown.length > 0) throw new Error(`${written.code}: not in cases.json: ${unknown.join(' | ')}`);
}

function content(
  written: WrittenProcedure,
  meaning: CasesOfProcedure,
  regime: Regime | null,
  steps: WrittenCases['fees'],
): ProcedureContent {
  return {
    code: written.code,
    name: written.name,
    officialName: written.official_name,
    field: written.field,
    levels: {
      '2018': written.levels.three_tier_before_2025_07,
      '2025': written.levels.two_tier_from_2025_07,
    },
    authority: { '2018': written.authority.three_tier, '2025': written.authority.two_tier },
    channels: written.channels.map((channel) => channels[channel]),
    cases: Object.entries(meaning.cases ?? {}).map(([key, name]) => ({ key, name })),
    limits: written.time_limits.flatMap((limit) => limitsOf(limit, meaning, regime)),
    adjustments: adjustmentsOf(written, meaning),
    fees: written.fees.map((fee) => feeOf(fee, steps)),
    papers: written.components.map((paper, index) => paperOf(paper, index, meaning)),
    results: written.results.map(({ name, code }) => ({ name, code })),
    exclusions: written.time_exclusions,
    basis: written.legal_basis,
    decision: written.decision,
    replaces: written.replaces,
    replacedBy: written.replaced_by,
    note: written.note,
    confidence: written.confidence,
    unverified: written.unverified,
    validFrom: written.valid_from as CivilDate | null,
    validTo: written.valid_to as CivilDate | null,
  };
}

const channels: Readonly<Record<WrittenChannel, Channel>> = {
  truc_tiep: 'direct',
  truc_tuyen: 'online',
  buu_chinh: 'post',
};

const paperKinds: Readonly<Record<WrittenPaper['kind'], RequiredPaper['kind']>> = {
  nop: 'submit',
  xuat_trinh: 'show',
  khai_dien_tu: 'e-form',
};

/** None where the row only says how much time may be added, or belongs to the other regime. */
function limitsOf(limit: WrittenLimit, meaning: CasesOfProcedure, regime: Regime | null): ProcedureLimit[] {
  const meant = limit.case === null ? undefined : meaning.limits?.[limit.case];
  if (meant?.regime !== undefined && meant.regime !== regime) return [];
  if (meant?.adjustment && meant.case === undefined && !meant.base) return [];
  return [
    {
      value: limit.value,
      unit: limit.unit,
      cutoff: limit.cutoff ?? null,
      caseKey: meant?.case ?? null,
      note: limit.case,
    },
  ];
}

function adjustmentsOf(written: WrittenProcedure, meaning: CasesOfProcedure): LimitAdjustment[] {
  const fromLimits = written.time_limits.flatMap((limit) => {
    const adjustment = limit.case === null ? undefined : meaning.limits?.[limit.case]?.adjustment;
    return adjustment ? [adjustment] : [];
  });
  return [...fromLimits, ...(meaning.adjustments ?? [])].map(({ case: caseKey, ...rest }) => ({
    ...rest,
    caseKey,
  }));
}

function feeOf(fee: WrittenFee, known: WrittenCases['fees']): Fee {
  const steps = fee.note === null ? undefined : known?.[fee.note];
  return {
    amount: fee.amount,
    per: fee.per,
    channel: fee.channel === null ? null : channels[fee.channel],
    note: fee.note,
    ...(steps ? { steps } : {}),
  };
}

function paperOf(paper: WrittenPaper, index: number, meaning: CasesOfProcedure): RequiredPaper {
  const caseKey = (paper.condition !== null && meaning.papers?.[paper.condition]) || null;
  return {
    key: `paper-${index + 1}`,
    name: paper.name,
    kind: paperKinds[paper.kind],
    originals: paper.originals,
    copies: paper.copies,
    required: paper.required || caseKey !== null,
    condition: paper.condition,
    caseKey,
  };
}
