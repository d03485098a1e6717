import { z } from 'zod';
import { record } from '#modules/audit/index.ts';
import { findPaper, type Paper, PaperPage, renderPaper } from '#modules/documents/index.ts';
import {
  bytes,
  notFound,
  page,
  type Reply,
  type RequestContext,
  type Route,
  refusedPage,
  route,
} from '#platform/http/route.ts';
import { DeskLayout } from '#ui/layout/desk-layout.tsx';
import { auditPost } from '../actions/audit-post.ts';
import { type ReadDossier, readDossier } from '../actions/read-dossier.ts';
import { readScan } from '../actions/read-scan.ts';
import { reading } from '../rules/desk-roles.ts';
import { nameOf } from '../rules/dossier.ts';
import { crumbsOf } from './crumbs.ts';
import { shortNameOf } from './dossier-view.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';

const uuid = /^[0-9a-f-]{36}$/;
const shown = ['application/pdf', 'image/jpeg', 'image/png'];

export function paperRoutes(deps: DossierPageDeps): Route[] {
  return [paperRoute(deps), fileRoute(deps)];
}

interface Opened extends ReadDossier {
  readonly name: string;
}

async function open(
  deps: DossierPageDeps,
  request: RequestContext,
  number: string,
): Promise<Opened | undefined> {
  const read = await readDossier(deps, readerOf(request, 'paper'), number);
  if (!read.ok) return undefined;
  return { ...read.value, name: nameOf(read.value.dossier) };
}

/** A paper of this dossier and no other, as a page, or as PDF where the address says so. */
function paperRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number/giay/:paper`,
    access: { roles: reading },
    params: z.object({ number: z.string().max(80), paper: z.string().max(60) }),
    handle: async (request) => {
      const opened = await open(deps, request, request.params.number);
      const isPdf = request.params.paper.endsWith('.pdf');
      const paperId = request.params.paper.replace(/\.pdf$/, '');
      if (!opened || !uuid.test(paperId)) return notFound();
      const paper = await findPaper(deps.db, paperId);
      if (paper?.subjectId !== opened.dossier.id) return notFound();
      await record(deps.db, {
        ...readerOf(request).origin,
        action: 'dossiers/read-paper',
        ...auditPost(readerOf(request).actor, opened.post),
        subject: { kind: 'dossier', id: opened.name },
        result: 'allowed',
      });
      return isPdf ? pdf(deps, paperId) : paperPage(deps, request, opened, paper);
    },
  });
}

async function pdf(deps: DossierPageDeps, paperId: string): Promise<Reply> {
  const rendered = await renderPaper(deps.papers, paperId);
  if (!rendered.ok) return refusedPage(rendered.refusal);
  const { bytes: content, mediaType, fileName } = rendered.value;
  return bytes(content, mediaType, fileName);
}

async function paperPage(
  deps: DossierPageDeps,
  request: RequestContext,
  opened: Opened,
  paper: Paper,
): Promise<Reply> {
  const { t } = request;
  const title = t(`documents.purpose.${paper.purpose}`);
  return page(
    <DeskLayout
      frame={await deps.deskFrame(request)}
      title={`${title}, ${shortNameOf(opened.dossier)}`}
      crumbs={crumbsOf(t, opened.dossier, title)}
    >
      <div class="read">
        <PaperPage paper={paper} t={t} pdfHref={paths.at(opened.name, `giay/${paper.id}.pdf`)} />
      </div>
    </DeskLayout>,
  );
}

/** A scan of this dossier and no other. */
function fileRoute(deps: DossierPageDeps): Route {
  return route({
    method: 'GET',
    path: `${paths.list}/:number/tep/:file`,
    access: { roles: reading },
    params: z.object({ number: z.string().max(80), file: z.string().regex(uuid) }),
    handle: async (request) => {
      const { number, file: fileId } = request.params;
      const read = await readScan(deps, readerOf(request, 'scan'), number, fileId);
      if (!read.ok || !shown.includes(read.value.mediaType)) return notFound();
      const { sha256, mediaType, originalName } = read.value;
      return bytes(await deps.papers.files.read(sha256), mediaType, originalName ?? fileId);
    },
  });
}
