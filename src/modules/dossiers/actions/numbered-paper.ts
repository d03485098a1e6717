import type { CivilDate } from '#kernel/civil-date.ts';
import { freezePaper, nextRegisterNumber, type PaperContents } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PaperFrame } from '../papers/parts.ts';
import type { Filing, PersonalFiling } from '../rules/filing.ts';
import type { DossierDeps, Press } from './deps.ts';
import { paperFrame } from './frame.ts';

export interface PaperSubject {
  readonly id: string;
  readonly filing: Filing;
  readonly personal: PersonalFiling;
  readonly dossierNumber: string | null;
  readonly on: CivilDate;
}

/** Form 02 or 03, numbered in the series of the one-stop for the year; frozen in this transaction. */
export async function numberedPaper<P extends 'completion-request' | 'refusal'>(
  tx: Tx,
  deps: DossierDeps,
  press: Press,
  about: PaperSubject,
  purpose: P,
  content: (frame: PaperFrame, paper: PaperSubject & { readonly number: string }) => PaperContents[P],
): Promise<string> {
  const { filing, id, on, dossierNumber } = about;
  const officeId = filing.intakeOfficeId;
  const post = press.actor.posts[0];
  if (!post) throw new Error('only a post produces papers');
  const year = Number(on.slice(0, 4));
  const order = await nextRegisterNumber(tx, { officeId, register: purpose, year });
  const number = deps.paperWords(`dossiers.paper-number.${purpose}`, {
    order: String(order).padStart(2, '0'),
  });
  const now = deps.clock.now();
  const frame = await paperFrame(tx, deps, { filing, number: dossierNumber }, { press, post, now });
  return freezePaper<P>(tx, deps, {
    purpose,
    regime: filing.regime,
    officeId,
    subjectId: id,
    number,
    frozenAt: now,
    register: { register: purpose, year, number: order },
    content: content(frame, { ...about, number }),
  });
}
