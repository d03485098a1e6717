import { z } from 'zod';
import type { Refusal } from '#kernel/refusal.ts';
import {
  bytes,
  notFound,
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  redirect,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { giveCopy } from '../actions/give-copy.ts';
import { listCopies, readCopy, readCopyScan, readSignedCopy } from '../actions/read-copies.ts';
import { scanCopy } from '../actions/scan-copy.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { certifyingRoles, copyRoles } from '../rules/access.ts';
import { copyWays } from '../rules/electronic-copy.ts';
import { byOf, errorsOf } from './asking.ts';
import { CopyPage } from './copy-page.tsx';
import { ElectronicPage } from './electronic-page.tsx';
import { paths } from './paths.ts';
import { boxOfCopy, signRoute } from './sign-routes.tsx';

const COPY = `${paths.electronic}/:number/:ordinal`;
const params = z.object({
  number: z.string().min(1).max(60),
  ordinal: z.coerce.number().int().min(1).max(20),
});
type CopyParams = z.infer<typeof params>;
type CopyRequest<F = unknown> = Request<CopyParams, unknown, F>;

const keyOf = ({ params: { number, ordinal } }: CopyRequest) => ({ dossierNumber: number, ordinal });
const uuid = z.uuid();
const isHidden = ({ code }: Refusal) => code === 'certification/copy-not-wished';

/** Electronic copies: what is open, one of them, its scan and its hand-over. */
export function electronicRoutes(deps: CertificationPageDeps): Route[] {
  return [
    listRoute(deps),
    signRoute(deps),
    copyRoute(deps),
    scanRoute(deps),
    giveRoute(deps),
    fileRoute(deps),
    pdfRoute(deps),
  ];
}

function listRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: paths.electronic,
    access: { roles: copyRoles },
    query: z.object({ 'da-ky': z.coerce.number().int().min(0).max(200).catch(0) }),
    handle: async (request) => {
      const view = {
        frame: await deps.deskFrame(request),
        copies: await listCopies(deps, byOf(request)),
        boxOf: boxOfCopy(deps),
        ticked: new Set<string>(),
        demoCode: await deps.demoCode(request),
        signed: request.query['da-ky'],
        errors: [],
      };
      return page(<ElectronicPage view={view} />);
    },
  });
}

function copyRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: COPY,
    access: { roles: copyRoles },
    params,
    query: z.object({ xong: z.string().max(20).catch('') }),
    handle: (request) => showCopy(deps, request, { done: request.query.xong }),
  });
}

interface Shown {
  readonly done?: string;
  readonly way?: string;
  readonly refusals?: readonly Refusal[];
}

async function showCopy(
  deps: CertificationPageDeps,
  request: CopyRequest & RequestContext,
  { done = '', way = '', refusals = [] }: Shown,
): Promise<Reply> {
  const read = await readCopy(deps, byOf(request), keyOf(request));
  if (!read.ok) return notFound();
  const view = {
    frame: await deps.deskFrame(request),
    read: read.value,
    key: deps.random.uuid(deps.machineMs()),
    done,
    way,
    errors: errorsOf(request.t, refusals),
  };
  return page(<CopyPage view={view} />, refusals.length > 0 ? 422 : 200);
}

const scanForm = z.object({
  key: typedField,
  without: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ids) => [ids ?? []].flat().slice(0, 50)),
});

function scanRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'POST',
    path: `${COPY}/quet`,
    access: { roles: certifyingRoles },
    params,
    form: scanForm,
    upload: true,
    handle: async (request) => {
      const { key, without } = request.form;
      const scans = request.files.filter((file) => file.field === 'files' && file.size > 0);
      const press = { ...keyOf(request), key: keyIn(deps, key), scans, without };
      const done = await scanCopy({ ...deps, files: deps.papers.files }, byOf(request), press);
      const refusals = done.ok ? done.value.problems : [done.refusal];
      if (refusals.length > 0) return showCopy(deps, request, { refusals });
      return redirect(`${paths.copy(press)}?xong=quet`);
    },
  });
}

function giveRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'POST',
    path: `${COPY}/da-giao`,
    access: { roles: certifyingRoles },
    params,
    form: z.object({ key: typedField, way: typedField }),
    handle: async (request) => {
      const { key, way: typed } = request.form;
      const way = copyWays.find((one) => one === typed);
      if (!way)
        return showCopy(deps, request, { refusals: [{ code: 'certification/no-way', field: 'way' }] });
      const press = { ...keyOf(request), key: keyIn(deps, key), way };
      const done = await giveCopy(deps, byOf(request), press);
      if (!done.ok) return showCopy(deps, request, { way, refusals: [done.refusal] });
      return redirect(`${paths.copy(press)}?xong=giao`);
    },
  });
}

function keyIn(deps: CertificationPageDeps, typed: string): string {
  return uuid.safeParse(typed).success ? typed : deps.random.uuid(deps.machineMs());
}

function fileRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: `${COPY}/tep/:file`,
    access: { roles: copyRoles },
    params: params.extend({ file: z.string().max(60) }),
    handle: async (request) => {
      if (!uuid.safeParse(request.params.file).success) return notFound();
      const read = await readCopyScan(deps, byOf(request), keyOf(request), request.params.file);
      if (!read.ok) return notFound();
      const { sha256, mediaType, originalName, id } = read.value;
      return bytes(await deps.papers.files.read(sha256), mediaType, originalName ?? id);
    },
  });
}

/** The signed file, for the person's hand. */
function pdfRoute(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: `${COPY}/ban-dien-tu.pdf`,
    access: { roles: copyRoles },
    params,
    handle: async (request) => {
      const read = await readSignedCopy(deps, byOf(request), keyOf(request));
      if (!read.ok) return isHidden(read.refusal) ? notFound() : refusedPage(read.refusal);
      const { bytes: content, mediaType, fileName } = read.value;
      return bytes(content, mediaType, fileName);
    },
  });
}
