import { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import { inWords } from '#modules/dossiers/index.ts';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type Request, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { listCopies } from '../actions/read-copies.ts';
import { type SignCopyPress, signCopy } from '../actions/sign-copy.ts';
import type { CertificationPageDeps } from '../deps.ts';
import type { ListedCopy } from '../store/electronic-copies.ts';
import { byOf, errorsOf } from './asking.ts';
import { ElectronicPage } from './electronic-page.tsx';
import { paths } from './paths.ts';

const MOST = 200;
const BETWEEN = '~';
const uuid = z.uuid();

const form = z.object({
  chon: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((boxes) => [boxes ?? []].flat().slice(0, MOST)),
  ma: typedField,
});
type SignRequest = Request<unknown, unknown, z.infer<typeof form>>;

/** What the box of a copy says: `<number>~<document>~<scan that is seen>~<key>`. */
export function boxOfCopy(deps: CertificationPageDeps): (copy: ListedCopy) => string {
  return ({ dossierNumber, ordinal, steps }) =>
    [dossierNumber, ordinal, steps.length, deps.random.uuid(deps.machineMs())].join(BETWEEN);
}

function pressOf(box: string): SignCopyPress | undefined {
  const [dossierNumber = '', ordinal = '', seen = '', key = ''] = box.split(BETWEEN);
  const figures = [ordinal, seen].every((one) => /^\d{1,4}$/.test(one));
  if (!dossierNumber || dossierNumber.length > 60 || !figures || !uuid.safeParse(key).success)
    return undefined;
  return { dossierNumber, ordinal: Number(ordinal), seen: Number(seen), key };
}

/** Those that were ticked are signed with one code; what was refused is said line by line. */
export function signRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.electronic,
    access: { roles: ['signing-leader'] },
    form,
    handle: async (request) => {
      const chosen = request.form.chon.map(pressOf).filter((one) => one !== undefined);
      const nothing = chosen.length === 0 ? { code: 'certification/nothing-chosen' } : undefined;
      if (nothing) return again(deps, request, { refusals: [nothing] });
      const confirmed = await deps.confirmCode(request, request.form.ma.slice(0, 40));
      if (!confirmed.ok)
        return again(deps, request, { refusals: [{ ...confirmed.refusal, field: 'ma' }], left: chosen });
      return signAll(deps, request, chosen);
    },
  });
}

async function signAll(
  deps: CertificationPageDeps,
  request: SignRequest,
  chosen: readonly SignCopyPress[],
): Promise<Reply> {
  const { t } = request;
  const left: SignCopyPress[] = [];
  const said: { text: string }[] = [];
  for (const press of chosen) {
    const done = await signCopy(deps, byOf(request), press);
    if (done.ok) continue;
    left.push(press);
    const why = textOfRefusal(t, inWords(t, done.refusal));
    said.push({ text: t('certification.electronic.refused', { number: press.dossierNumber, why }) });
  }
  const signed = chosen.length - left.length;
  if (left.length === 0) return redirect(`${paths.electronic}?da-ky=${signed}`);
  return again(deps, request, { left, said, signed });
}

interface Again {
  readonly refusals?: readonly Refusal[];
  readonly said?: readonly { readonly text: string }[];
  readonly left?: readonly SignCopyPress[];
  readonly signed?: number;
}

/** The page once more: what was ticked is ticked still. */
async function again(
  deps: CertificationPageDeps,
  request: SignRequest,
  { refusals = [], said = [], left = [], signed = 0 }: Again,
): Promise<Reply> {
  const view = {
    frame: await deps.deskFrame(request),
    copies: await listCopies(deps, byOf(request)),
    boxOf: boxOfCopy(deps),
    ticked: new Set(left.map((one) => `${one.dossierNumber}~${one.ordinal}`)),
    demoCode: await deps.demoCode(request),
    signed,
    errors: [...errorsOf(request.t, refusals), ...said],
  };
  return page(<ElectronicPage view={view} />, 422);
}
