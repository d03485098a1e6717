import { fold } from '#kernel/vietnamese-text.ts';
import type { OldStanding, PlannedStep } from '#modules/dossiers/index.ts';
import type { PersonOfOffice } from '#modules/identity/index.ts';
import type { RowReader } from '../rules/doubt.ts';
import type { OldRow } from '../rules/read-row.ts';
import type { Known } from './known.ts';

/** Where it is in our process; undefined when there is an error. */
export async function checkStanding(
  known: Known,
  reader: RowReader,
  row: OldRow,
  steps: readonly PlannedStep[],
): Promise<OldStanding | undefined> {
  const { state, since, amount, readyAt, resultNumber } = row;
  if (state === 'at-one-stop') {
    fits(known, reader, row);
    return { kind: 'at-one-stop' };
  }
  if (state === 'ready') return readyAt ? { kind: 'ready', resultNumber, readyAt } : undefined;
  const stepIndex = stepOf(known, reader, row, steps);
  const step = steps[stepIndex ?? -1];
  if (stepIndex === undefined || !step) return undefined;
  const accountId = step.kind === 'sign' ? null : await holderOf(known, reader, row, step);
  const at = { stepIndex, accountId };
  if (state === 'awaiting-supplement') return since ? { kind: state, since, ...at } : undefined;
  if (state === 'awaiting-payment')
    return since && amount ? { kind: state, since, amount, ...at } : undefined;
  return { kind: 'in-work', ...at };
}

/** Not forwarded yet: nobody but the one-stop has it. */
function fits(known: Known, reader: RowReader, { officeText, personText, stepText }: OldRow): void {
  if (officeText !== '' && officeOf(known, officeText) !== known.at.oneStop.id)
    reader.warning('does-not-fit-state', 'office');
  if (personText !== '') reader.warning('does-not-fit-state', 'person');
  if (stepText !== '') reader.warning('does-not-fit-state', 'step');
}

/** Undefined: no office of this installation is called so. */
function officeOf({ at: { offices, agency } }: Known, text: string): string | undefined {
  const meant = fold(text);
  const named = offices.filter((one) =>
    [one.code, one.name, one.shortName].some((name) => fold(name) === meant),
  );
  return (named.find((one) => one.agencyId === agency.id) ?? named[0])?.id;
}

const handled: readonly PlannedStep['kind'][] = ['handle', 'appraise', 'other-office', 'sign'];

function stepOf(
  known: Known,
  reader: RowReader,
  row: OldRow,
  steps: readonly PlannedStep[],
): number | undefined {
  const possible = [...steps.entries()].filter(([, step]) =>
    row.state === 'to-sign' ? step.kind === 'sign' : handled.includes(step.kind),
  );
  const byStep =
    row.stepText === '' ? possible : possible.filter(([at, step]) => isStep(row.stepText, at, step));
  if (byStep.length === 0) {
    const names = possible.map(([at, step]) => `${at + 1}. ${step.name}`).join('; ');
    reader.error('step-unknown', 'step', { steps: names });
    return undefined;
  }
  if (row.officeText === '') {
    const [first] = byStep;
    if (first && row.stepText === '' && row.state !== 'to-sign')
      reader.warning('office-missing', 'office', { office: first[1].officeName });
    return first?.[0];
  }
  const officeId = officeOf(known, row.officeText);
  const found = byStep.find(([, step]) => step.officeId === officeId);
  if (found) return found[0];
  const offices = [...new Set(byStep.map(([, step]) => step.officeName))].join('; ');
  reader.error(officeId ? 'office-not-in-process' : 'office-unknown', 'office', { offices });
  return undefined;
}

/** By its name, its code, or its place in the process, counted from 1. */
function isStep(text: string, at: number, { name, code }: PlannedStep): boolean {
  return [name, code].some((one) => fold(one) === fold(text)) || String(at + 1) === text.trim();
}

/** Null: the office takes it, its leader gives it to somebody. */
async function holderOf(
  known: Known,
  reader: RowReader,
  { personText }: OldRow,
  step: PlannedStep,
): Promise<string | null> {
  if (personText === '') return null;
  const people = await known.people(step.officeId);
  const named = people.filter((one) => fold(one.name) === fold(personText));
  const able = named.filter((one) => mayHold(one, step));
  const accounts = [...new Set(able.map((one) => one.accountId))];
  if (accounts.length === 1) return accounts[0] ?? null;
  const code = named.length === 0 ? 'unknown' : accounts.length === 0 ? 'wrong-role' : 'ambiguous';
  reader.warning(`person-${code}`, 'person', { office: step.officeName });
  return null;
}

function mayHold({ role }: PersonOfOffice, step: PlannedStep): boolean {
  return role === 'unit-leader' || (role === 'specialist' && step.role !== 'unit-leader');
}
