import { z } from 'zod';
import { type Refusal, refused } from '#kernel/refusal.ts';
import { statusOfRefusal } from '#platform/http/refusal-status.ts';
import {
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import type { Chosen } from '../actions/bulk.ts';
import { handOverMany } from '../actions/hand-over-many.ts';
import { readDossier } from '../actions/read-dossier.ts';
import { nameOf } from '../rules/dossier.ts';
import { MOST_AT_ONCE, sharedParty } from '../rules/hand-over-many.ts';
import { transitions } from '../rules/transitions.ts';
import { bulkIds } from './bulk-form.tsx';
import { chosenIn, chosenLines } from './chosen-lines.ts';
import { type Typed, typed } from './command-form.ts';
import { type DossierPageDeps, errorOfRefusal, paths, readerOf } from './page-deps.ts';
import { type ManyLine, ReturnManyPage } from './return-many-page.tsx';
import { seenStandIns } from './seen-stand-ins.tsx';

const access = { roles: transitions['hand-over'].roles };
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const LONGEST = 300;
const uuid = z.uuid();

/** Several results for one person: ticked in the list of results, one form, one sheet. */
export function returnManyRoutes(deps: DossierPageDeps): Route[] {
  const back = (path: string) =>
    route({ method: 'GET', path, access, handle: () => redirect(paths.results) });
  return [
    back(paths.returnMany),
    back(paths.returnManyDone),
    route({
      method: 'POST',
      path: paths.returnMany,
      access,
      form: z.object({ chon: chosenLines }),
      invalid: () => redirect(paths.results),
      handle: async (request) => showForm(deps, request, chosenIn(request.form.chon), null),
    }),
    route({
      method: 'POST',
      path: paths.returnManyDone,
      access,
      form: fields,
      handle: (request) => giveMany(deps, request, request.form),
    }),
  ];
}

interface Again {
  readonly typed: Typed;
  readonly refusal: Refusal;
}

async function showForm(
  deps: DossierPageDeps,
  request: RequestContext,
  chosen: readonly Chosen[],
  again: Again | null,
): Promise<Reply> {
  const lines = await linesOf(deps, request, chosen);
  if (!Array.isArray(lines)) return refusedPage(lines as Refusal);
  const dossiers = lines.map((line) => line.dossier);
  const { t } = request;
  const number = again?.refusal.params?.['number'];
  const error = again && errorOfRefusal(t, again.refusal);
  const said = error && number ? { ...error, text: `${number}: ${error.text}` } : error;
  return page(
    <ReturnManyPage
      view={{
        frame: await deps.deskFrame(request),
        lines,
        typed: again?.typed ?? typed({ receiverName: sharedParty(dossiers)?.name ?? '' }),
        errors: said ? [said] : [],
        ids: bulkIds(deps, request),
      }}
    />,
    again ? statusOfRefusal(again.refusal) : 200,
  );
}

/** Each is opened, which is logged; one that this person may not see stops all. */
async function linesOf(
  deps: DossierPageDeps,
  request: RequestContext,
  chosen: readonly Chosen[],
): Promise<ManyLine[] | Refusal> {
  if (chosen.length === 0) return refused('dossiers/nothing-chosen').refusal;
  if (chosen.length > MOST_AT_ONCE)
    return refused('dossiers/too-many-results', { most: MOST_AT_ONCE }).refusal;
  const dossiers = [];
  for (const { number } of chosen) {
    const read = await readDossier(deps, readerOf(request, 'form.hand-over'), number);
    if (!read.ok) return read.refusal;
    dossiers.push(read.value.dossier);
  }
  const unpaid = await deps.unpaid?.of(dossiers.map(({ id }) => id));
  return dossiers.map((dossier) => ({
    dossier,
    name: nameOf(dossier),
    unpaid: unpaid?.get(dossier.id) ?? 0,
  }));
}

async function giveMany(
  deps: DossierPageDeps,
  request: RequestContext,
  form: z.infer<typeof fields>,
): Promise<Reply> {
  const sent = typed(form);
  const ticked = chosenLines.safeParse(form['chon']);
  const chosen = ticked.success ? chosenIn(ticked.data) : [];
  const long = Object.entries(form).find(([, value]) => [value].flat().some((text) => text.length > LONGEST));
  if (long) {
    const refusal = { code: 'http/too-long', field: long[0], params: { most: LONGEST } };
    return showForm(deps, request, chosen, { typed: sent, refusal });
  }
  const key = uuid.safeParse(sent.one('key'));
  const press = {
    ...readerOf(request),
    key: key.success ? key.data : deps.random.uuid(deps.machineMs()),
    ...seenStandIns(sent.one('thay')),
  };
  const done = await handOverMany(deps, press, {
    chosen: chosen.map((line) => ({ ...line, originalsReturned: sent.has(`originals.${line.number}`) })),
    seen: seenIn(sent),
    by: sent.one('by') === 'code' ? 'code' : 'signature',
    proof: deps.paperWords('dossiers.return-many.proof'),
  });
  if (done.ok) return redirect(paths.returnSheet(done.value.sheetId));
  return showForm(deps, request, chosen, { typed: sent, refusal: done.refusal });
}

function seenIn(sent: Typed) {
  return {
    receiver: {
      name: sent.one('receiverName').trim(),
      idNumber: sent.orNull('receiverNumber'),
      relation: sent.orNull('relation'),
    },
    card: sent.has('card'),
    authorisation: sent.has('authorisation'),
    feesSaid: sent.has('fees') ? Number(sent.one('fees')) : null,
  };
}
