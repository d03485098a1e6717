import { instantOfMs } from '#kernel/instant.ts';
import { REGISTER_TEMPLATE, registerPrint } from '../papers/register-print.ts';
import { keeper, yearOf } from '../rules/registers.ts';
import { findRegisterPrint, saveRegisterPrint } from '../store/register-prints.ts';
import { findClosing } from '../store/registers.ts';
import type { DossierDeps } from './deps.ts';
import { registerLines } from './register-lines.ts';

/** Draws long papers apart from those that somebody waits for. */
export interface LongPapers {
  /** Lines of a register that are drawn within its time and memory, also on a busy machine. */
  readonly mostLines: number;
  readonly draw: (template: string, data: unknown) => Promise<Uint8Array>;
}

export interface PrintDeps
  extends Pick<DossierDeps, 'db' | 'keys' | 'random' | 'clock' | 'machineMs' | 'paperWords' | 'demo'> {
  readonly longPapers: LongPapers;
}

/** Makes a print that was asked for; one that was made, or has gone, stays as it is. The press that asked was logged. */
export async function makePrint(deps: PrintDeps, id: string): Promise<void> {
  const { db, paperWords: t, clock, demo, longPapers } = deps;
  const print = await findRegisterPrint(db, id);
  if (!print || print.made) return;
  const lines = (await registerLines(deps, t, print)).map(({ cells }) => cells);
  const which = { officeId: keeper(print), register: print.kind, year: yearOf(print) };
  const closing = await findClosing(db, which);
  const data = registerPrint(t, { ...print, lines, closing, printedAt: clock.now(), demo });
  const pdf = lines.length > longPapers.mostLines ? null : await longPapers.draw(REGISTER_TEMPLATE, data);
  await saveRegisterPrint(db, deps, id, { at: instantOfMs(deps.machineMs()), lines: lines.length, pdf });
}
