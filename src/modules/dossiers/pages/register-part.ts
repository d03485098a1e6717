import { z } from 'zod';
import type { HeldPost } from '#kernel/actor.ts';
import { addDays, type CivilDate, civilDate } from '#kernel/civil-date.ts';
import { type Instant, isInstant } from '#kernel/instant.ts';
import type { Words } from '#platform/i18n/words.ts';
import { readNumberedRegister } from '../actions/read-numbered-register.ts';
import { readRegister } from '../actions/read-register.ts';
import { keeperOf, type NumberedRegister } from '../rules/numbered-row.ts';
import type { DossierPageDeps, Reader } from './page-deps.ts';
import { numberedFields, type RegisterField, registerFields } from './register-sheet.ts';

export type RegisterKind = 'received' | NumberedRegister;

/** How an address names a register. */
export const registerSlugs = {
  'tiep-nhan': 'received',
  'ket-qua': 'result',
  'bo-sung': 'completion-request',
  'tu-choi': 'refusal',
  'xin-loi': 'apology',
  dung: 'stop-notice',
  'phi-le-phi': 'payment-notice',
} as const satisfies Record<string, RegisterKind>;
export type RegisterSlug = keyof typeof registerSlugs;

export interface RegisterQuestion {
  readonly kind: RegisterKind;
  readonly post: HeldPost;
  /** `2022-07`. */
  readonly month: string;
}

export interface RegisterColumn {
  readonly key: string;
  readonly head: string;
  readonly width: number;
}

export interface RegisterLine {
  readonly dossier: string;
  readonly cells: readonly string[];
}

export const keeper = ({ kind, post }: RegisterQuestion) =>
  kind === 'received' ? post.officeId : keeperOf(kind, post);

export function registerColumns(t: Words, kind: RegisterKind): RegisterColumn[] {
  const fields: readonly RegisterField<never>[] = kind === 'received' ? registerFields(t) : numberedFields(t);
  return fields.map(({ key, width }) => ({ key, width, head: t(`dossiers.register.${key}`) }));
}

/** Some lines of a month of a register, and where the next go on; what nobody here has written begins it. */
export async function readPart(
  deps: DossierPageDeps,
  { reader, t }: { readonly reader: Reader; readonly t: Words },
  question: RegisterQuestion,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<{ readonly lines: readonly RegisterLine[]; readonly next: string | null }> {
  const { kind, month } = question;
  const asked = { officeId: keeper(question), ...spanOf(month), limit };
  if (kind === 'received') {
    const { rows, next } = await readRegister(deps, reader, { ...asked, after: momentAfter(after) });
    const lines = linesOf(registerFields(t), rows, (row) => row.number);
    return { lines, next: next && `${next.at}_${next.id}` };
  }
  const beyond = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  const read = await readNumberedRegister(deps, reader, { ...asked, register: kind, after: beyond });
  const lines = linesOf(numberedFields(t), read.rows, (row) => row.dossier);
  return { lines, next: read.next === null ? null : String(read.next) };
}

const AT_ONCE = 500;

/** The whole month to its last line, as the sheet and the print hold it. */
export async function readMonth(
  deps: DossierPageDeps,
  who: Parameters<typeof readPart>[1],
  question: RegisterQuestion,
): Promise<RegisterLine[]> {
  const lines: RegisterLine[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof readPart>> = await readPart(deps, who, question, {
      after: after ?? undefined,
      limit: AT_ONCE,
    });
    lines.push(...part.lines);
    after = part.next;
  } while (after);
  return lines;
}

function linesOf<Row>(
  fields: readonly RegisterField<Row>[],
  rows: readonly Row[],
  dossierOf: (row: Row) => string,
): RegisterLine[] {
  return rows.map((row) => ({ dossier: dossierOf(row), cells: fields.map(({ of }) => of(row)) }));
}

export function spanOf(month: string): { readonly from: CivilDate; readonly to: CivilDate } {
  const from = civilDate(`${month}-01`);
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(civilDate(`${next}-01`), -1) };
}

function momentAfter(text: string | undefined): { at: Instant; id: string } | null {
  const [at = '', id = ''] = text?.split('_') ?? [];
  return isInstant(at) && z.uuid().safeParse(id).success ? { at, id } : null;
}
