import { type Actor, covers } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { adjustmentsOfCase, coveredCode, feesOfChannel, type Procedure } from '#modules/catalogue/index.ts';
import type { OfficeInForce } from '#modules/identity/index.ts';
import type { CertifyingDeps } from '../deps.ts';
import { bookOf, FIELD } from '../rules/books.ts';
import { type Fields, textOf } from '../rules/fields.ts';
import type { Offer } from '../rules/read-request.ts';
import { counterPost, counterPosts } from './by.ts';

/** The counter, what it may certify today, and what is being certified. */
export interface OpenedPage {
  readonly oneStop: OfficeInForce;
  /** Where else this person certifies; one of them is `oneStop`. */
  readonly counters: readonly { readonly id: string; readonly name: string }[];
  readonly agency: OfficeInForce;
  readonly procedures: readonly Procedure[];
  readonly procedure: Procedure;
  readonly offer: Offer;
  /** The wanted procedure is not certified here today: another one stands in its place. */
  readonly isOther: boolean;
}

/** Undefined: nothing is certified at this counter today, or the person has none. */
export async function openPage(
  deps: CertifyingDeps,
  actor: Actor,
  fields: Fields,
): Promise<OpenedPage | undefined> {
  const post = counterPost(actor, textOf(fields, 'counter'));
  if (!post) return undefined;
  const oneStop = await deps.stores.getOffice(deps.db, post.officeId);
  const agency = await deps.stores.getOffice(deps.db, oneStop.agencyId);
  const on = dateOf(deps.clock.now());
  const offered = await deps.books.listProcedures(deps.db, { on, level: agency.level, field: FIELD });
  const procedures = offered.filter((one) => bookOf(one.code) && covers(post, one));
  const typed = textOf(fields, 'code');
  const wanted = coveredCode(typed)?.by ?? typed;
  const found = procedures.find((one) => one.code === wanted);
  const procedure = found ?? procedures[0];
  if (!procedure) return undefined;
  const isOther = wanted !== '' && !found;
  const counters = counterPosts(actor).map(({ officeId: id, officeName: name }) => ({ id, name }));
  return { oneStop, counters, agency, procedures, procedure, offer: offerOf(procedure, fields), isOther };
}

function offerOf(procedure: Procedure, fields: Fields): Offer {
  const kind = bookOf(procedure.code);
  if (!kind) throw new Error(`no book for ${procedure.code}`);
  const [fee] = feesOfChannel(procedure, 'direct');
  return {
    kind,
    unit: fee?.amount ?? 0,
    cases: procedure.cases,
    adjustments: adjustmentsOfCase(procedure, textOf(fields, 'case') || null),
  };
}
