import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import type { CertificationDeps } from '../deps.ts';
import type { Fields } from '../rules/fields.ts';
import { fieldsOfDossier } from '../rules/going-on.ts';
import { type By, counterPost } from './by.ts';

/** What was submitted, filled into the page. Refuses when there is nothing to go on with, or not at this counter. */
export async function readSubmitted(
  deps: CertificationDeps,
  by: By,
  reference: string,
): Promise<Outcome<Fields>> {
  const read = await readDossier(deps, { ...by, purpose: 'going-on' }, reference);
  if (!read.ok) return read;
  const { dossier } = read.value;
  if (!['submitted', 'correction-asked'].includes(dossier.state) || dossier.training)
    return refused('certification/nothing-to-go-on');
  const counter = dossier.filing.intakeOfficeId;
  if (counterPost(by.actor, counter)?.officeId !== counter) return refused('certification/nothing-here');
  return accepted({ ...fieldsOfDossier(dossier), counter });
}
