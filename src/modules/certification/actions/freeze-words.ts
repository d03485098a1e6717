import { dateOf } from '#kernel/civil-date.ts';
import { regimeOn } from '#modules/catalogue/index.ts';
import type { Dossier, DossierDeps } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { certificationWords } from '../papers/certification-words.ts';
import type { BookStores } from './stores.ts';

const PURPOSE = 'certification-words';

export type FreezeDeps = Pick<
  DossierDeps,
  'stores' | 'random' | 'machineMs' | 'demo' | 'linkTo' | 'paperWords'
> & { readonly books: Pick<BookStores, 'listPapers' | 'listOfDossiers'> };

/** What is printed on the documents of a dossier is fixed with its numbers; a later one takes the place of the first. */
export async function freezeWords(tx: Tx, deps: FreezeDeps, dossier: Dossier): Promise<void> {
  const { id, number, updatedAt: now, filing } = dossier;
  if (number === null) throw new Error('a certified dossier has a number');
  for (const paper of await deps.books.listPapers(tx, id))
    if (paper.purpose === PURPOSE && paper.voidAt === null)
      await deps.stores.voidPaper(tx, paper.id, now, 'replaced');
  const facts = { dossier, now, demo: deps.demo, link: deps.linkTo(number), t: deps.paperWords };
  const agency = await deps.stores.getOffice(tx, filing.agencyId, dateOf(now));
  await deps.stores.freezePaper(tx, deps, {
    purpose: PURPOSE,
    regime: regimeOn(dateOf(now)),
    officeId: filing.intakeOfficeId,
    subjectId: id,
    number,
    frozenAt: now,
    content: certificationWords({ ...facts, agency, entries: await deps.books.listOfDossiers(tx, [id]) }),
  });
}
