import { type HeldPost, postAt } from '#kernel/actor.ts';
import type { Instant } from '#kernel/instant.ts';
import type { PaperContents } from '#modules/documents/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PaperFrame } from '../papers/parts.ts';

import type { AcceptFacts } from '../rules/command.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { Filing, PersonalFiling } from '../rules/filing.ts';
import { type CommandName, transitions } from '../rules/transitions.ts';
import type { DossierDeps, Press } from './deps.ts';
import { paperFrame } from './frame.ts';

type Numbered = 'completion-request' | 'refusal' | 'apology' | 'stop-notice' | 'payment-notice';
/** Papers of the agency itself; the others are the one-stop's. */
const ofAgency: readonly Numbered[] = ['apology', 'stop-notice'];

export interface PaperSubject {
  readonly id: string;
  readonly filing: Filing;
  readonly personal: PersonalFiling;
  readonly dossierNumber: string | null;
  readonly training: boolean;
  /** Legal time of the press: of its date, its number's year, its officer's post. */
  readonly now: Instant;
}

export interface PaperBy {
  readonly press: Press;
  readonly post: HeldPost;
}

/** The post that a beginning is given by; it was checked when the press began. */
export function beginningPost({ actor, filing }: AcceptFacts, command: CommandName): HeldPost {
  const post = postAt(actor, transitions[command].roles, filing.intakeOfficeId, filing.procedure);
  if (!post) throw new Error('only a post produces papers');
  return post;
}

/** The paper of an accepted dossier; undefined once its content has been erased. */
export function paperSubject(
  { id, filing, personal, number, training }: Dossier,
  now: Instant,
): PaperSubject | undefined {
  return personal ? { id, filing, personal, dossierNumber: number, training, now } : undefined;
}

/** `12/QĐ-UBND`; of a training dossier, which has no order in any series, `THỬ/QĐ-UBND`. */
export function paperNumber(
  deps: Pick<DossierDeps, 'paperWords'>,
  purpose: Numbered | 'result',
  order: number | null,
): string {
  return deps.paperWords(`dossiers.paper-number.${purpose}`, {
    order: order === null ? 'THỬ' : String(order).padStart(2, '0'),
  });
}

/** Numbered in the office's series of the year (a training dossier's in none); frozen in this transaction. */
export async function numberedPaper<P extends Numbered>(
  tx: Tx,
  deps: DossierDeps,
  { press, post }: PaperBy,
  about: PaperSubject,
  purpose: P,
  content: (frame: PaperFrame, paper: PaperSubject & { readonly number: string }) => PaperContents[P],
): Promise<string> {
  const { filing, id, now, dossierNumber, training } = about;
  const officeId = ofAgency.includes(purpose) ? filing.agencyId : filing.intakeOfficeId;
  const framed = { filing, number: dossierNumber, training };
  const frame = await paperFrame(tx, deps, framed, { press, post, now });
  const year = Number(now.slice(0, 4));
  const series = { officeId, register: purpose, year };
  const order = training ? null : await deps.stores.nextRegisterNumber(tx, series);
  const number = paperNumber(deps, purpose, order);
  return deps.stores.freezePaper<P>(tx, deps, {
    purpose,
    regime: filing.regime,
    officeId,
    subjectId: id,
    number,
    frozenAt: now,
    ...(order === null ? {} : { register: { register: purpose, year, number: order } }),
    content: content(frame, { ...about, number }),
  });
}
