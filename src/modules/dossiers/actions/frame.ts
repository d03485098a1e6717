import type { HeldPost } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import type { PaperOfficer, SigningOfficer } from '#modules/documents/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { Queries } from '#platform/db/database.ts';
import { titleInWords } from '../papers/instead-in-words.ts';
import type { PaperFrame } from '../papers/parts.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { DossierDeps, Press } from './deps.ts';

type About = Pick<Dossier, 'filing' | 'number' | 'training'>;

interface FrameBy {
  readonly press: Press;
  readonly post: HeldPost;
  readonly now: Instant;
}

/** The head and the officer of a paper that this person produces now. */
export async function paperFrame(
  q: Queries,
  deps: DossierDeps,
  about: About,
  by: FrameBy,
): Promise<PaperFrame> {
  const { agencyId, intakeOfficeId } = about.filing;
  const agency = await deps.stores.getOffice(q, agencyId, dateOf(by.now));
  const oneStop = await deps.stores.getOffice(q, intakeOfficeId, dateOf(by.now));
  return frameOf(deps, about, by, { agency, oneStop });
}

/** The same where the offices have been read: nothing is asked while others wait for the next number. */
export function frameOf(
  deps: DossierDeps,
  { number, training }: About,
  by: FrameBy,
  offices: { readonly agency: OfficeInForce; readonly oneStop: OfficeInForce },
): PaperFrame {
  return {
    agency: offices.agency,
    oneStop: offices.oneStop,
    now: by.now,
    demo: deps.demo,
    training,
    link: training ? null : number && deps.linkTo(number),
    publicUrl: deps.publicUrl,
    t: deps.paperWords,
    officer: officerOf(deps, by.press.actor.name, by.post),
    signer: signerOf(by.press.actor.name, by.post),
  };
}

function officerOf({ paperWords }: DossierDeps, name: string, post: HeldPost): PaperOfficer {
  return { name, title: titleInWords(paperWords, post) };
}

/** By delegation with the own title, for the post whose authority it is. */
function signerOf(name: string, { title, insteadOf }: HeldPost): SigningOfficer {
  if (!insteadOf?.manner) return { name, title };
  return { name, title: insteadOf.ownTitle, signsFor: { manner: insteadOf.manner, title } };
}
