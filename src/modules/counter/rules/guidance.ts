import type { RequiredPaper } from '#modules/catalogue/index.ts';
import type { Guidance } from '#modules/dossiers/index.ts';
import { type Fields, isTicked } from './fields.ts';
import { longest, type Problems, readText } from './problems.ts';

/** A line of the completion request as the page shows it. */
export interface AskedPaper {
  /** Prefix of its fields: `items.0`. */
  readonly field: string;
  readonly name: string;
  readonly what: string;
  readonly asked: boolean;
  /** Of the tick-list; the others are typed. */
  readonly listed: boolean;
}

export const FREE_LINES = 3;

/** The papers of the case, the required ones that were not brought chosen already, and free lines. */
export function firstAsked(required: readonly RequiredPaper[], fields: Fields): AskedPaper[] {
  const listed = required.map((paper, index) => ({
    field: `items.${index}`,
    name: paper.name,
    what: '',
    asked: paper.required && !isTicked(fields, `papers.${paper.key}.there`),
    listed: true,
  }));
  const free = Array.from({ length: FREE_LINES }, (_, index) => ({
    field: `items.${listed.length + index}`,
    name: '',
    what: '',
    asked: false,
    listed: false,
  }));
  return [...listed, ...free];
}

/** What was typed in the lines of the page. */
export function typedAsked(
  lines: readonly AskedPaper[],
  form: Readonly<Record<string, string | readonly string[]>>,
): AskedPaper[] {
  const text = (name: string) => [form[name] ?? ''].flat().at(-1) ?? '';
  return lines.map((line) => {
    const name = line.listed ? line.name : text(`${line.field}.name`);
    const asked = line.listed ? text(`${line.field}.asked`) === '1' : name !== '';
    return { ...line, name, asked, what: text(`${line.field}.what`) };
  });
}

/** Nothing asked for is no request; a reason must stand on the paper. */
export function readGuidance(lines: readonly AskedPaper[], reason: string, problems: Problems): Guidance {
  const items = lines
    .filter((line) => line.asked)
    .map(({ field, name, what }) => ({
      name: readText(problems, `${field}.name`, name, longest.paper),
      what: readText(problems, `${field}.what`, what, longest.address),
    }));
  if (items.length === 0) problems.add('items.0.asked', 'counter/nothing-asked');
  return { items, reason: readReason(reason, problems) };
}

export function readReason(reason: string, problems: Problems): string {
  const text = readText(problems, 'reason', reason.trim(), longest.reason);
  if (text === '') problems.add('reason', 'counter/reason-missing');
  return text;
}
