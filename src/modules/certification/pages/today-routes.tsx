import { z } from 'zod';
import { inWords } from '#modules/dossiers/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import {
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import { listToday } from '../actions/list-today.ts';
import { readCertified } from '../actions/read-certified.ts';
import { countCopies } from '../actions/read-copies.ts';
import { type Chosen, listSigners, signByHand } from '../actions/sign-by-hand.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { certifyingRoles } from '../rules/access.ts';
import { byOf } from './asking.ts';
import { paths } from './paths.ts';
import { TodayPage } from './today-page.tsx';
import { WordsOfPilePage } from './words-page.tsx';

const access = { roles: certifyingRoles };
const MOST = 200;
const BETWEEN = '~';

const count = z.coerce.number().int().min(0).max(MOST).catch(0);

const form = z.object({
  chon: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((boxes) => [boxes ?? []].flat().slice(0, MOST)),
  signerAccountId: z.string().max(60).catch(''),
  press: z.string().max(20).catch(''),
});
type SignRequest = Request<unknown, unknown, z.infer<typeof form>>;

/** What is open today, and the pile that the leader has signed. */
export function todayRoutes(deps: CertificationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.today,
      access,
      query: z.object({ 'da-ky': count, 'da-tra': count }),
      handle: (request) => {
        const { 'da-ky': signed, 'da-tra': returned } = request.query;
        return showToday(deps, request, { signed, returned });
      },
    }),
    route({
      method: 'POST',
      path: paths.today,
      access,
      form,
      handle: (request) => sign(deps, request),
    }),
  ];
}

interface TodayChange {
  readonly signed?: number;
  readonly returned?: number;
  readonly chosen?: readonly Chosen[];
  readonly signer?: string;
  readonly errors?: readonly FormError[];
}

async function showToday(
  deps: CertificationPageDeps,
  request: RequestContext,
  { signed = 0, returned = 0, chosen = [], signer, errors = [] }: TodayChange,
): Promise<Reply> {
  const today = await listToday(deps, byOf(request));
  if (!today) return refusedPage({ code: 'certification/nothing-here' });
  const view = {
    frame: await deps.deskFrame(request),
    today,
    copies: await countCopies(deps, byOf(request)),
    signers: await listSigners(deps, byOf(request)),
    boxOf: ({ dossier, seq }: (typeof today.toSign)[number]) => boxOf(deps, dossier.name, seq),
    ticked: new Set(chosen.map((one) => one.number)),
    signer,
    signed,
    returned,
    errors,
  };
  return page(<TodayPage view={view} />, errors.length > 0 ? 422 : 200);
}

async function sign(deps: CertificationPageDeps, request: SignRequest): Promise<Reply> {
  const { t } = request;
  const chosen = request.form.chon.map(chosenOf).filter((one) => one !== undefined);
  const { signerAccountId: signer } = request.form;
  if (chosen.length === 0) {
    const text = textOfRefusal(t, { code: 'certification/nothing-chosen' });
    return showToday(deps, request, { signer, errors: [{ text }] });
  }
  if (request.form.press === 'words') return printWords(deps, request, chosen);
  const giveBack = request.form.press === 'return';
  const pile = { chosen, signerAccountId: signer, giveBack };
  const { signed, returned, refused } = await signByHand(deps, byOf(request), pile);
  if (refused.length === 0) return redirect(`${paths.today}?da-ky=${signed}&da-tra=${returned}`);
  const errors = refused.map(({ number, refusal }) => ({
    field: refusal.field,
    text: t('certification.today.refused', { number, why: textOfRefusal(t, inWords(t, refusal)) }),
  }));
  const left = chosen.filter((one) => refused.some(({ number }) => number === one.number));
  return showToday(deps, request, { signed, returned, signer, chosen: left, errors });
}

/** Nothing is signed: what the leader shall sign is printed, of all that were ticked. */
async function printWords(
  deps: CertificationPageDeps,
  request: SignRequest,
  chosen: readonly Chosen[],
): Promise<Reply> {
  const pile = [];
  for (const { number } of chosen) {
    const certified = await readCertified(deps, byOf(request), number);
    if (!certified.ok) continue; // somebody else's, or without numbers: nothing of it is printed
    const { agencyName } = certified.value.dossier.filing;
    pile.push({ certified: certified.value, agencyName });
  }
  const frame = await deps.deskFrame(request);
  return page(<WordsOfPilePage view={{ frame, pile, paperWords: deps.paperWords }} />);
}

const uuid = z.uuid();

/** What the box of a line says: `<number>~<length of the history>~<key>~<key of the hand-over>`. */
export function boxOf(deps: CertificationPageDeps, number: string, seq: number): string {
  const key = () => deps.random.uuid(deps.machineMs());
  return [number, seq, key(), key()].join(BETWEEN);
}

function chosenOf(box: string): Chosen | undefined {
  const [number = '', seq = '', key = '', returnKey = ''] = box.split(BETWEEN);
  const areKeys = [key, returnKey].every((one) => uuid.safeParse(one).success);
  if (number === '' || number.length > 60 || !/^\d{1,6}$/.test(seq) || !areKeys) return undefined;
  return { number, seenSeq: Number(seq), key, returnKey };
}
