import { z } from 'zod';
import { listPapers } from '#modules/documents/index.ts';
import { getOffice } from '#modules/identity/index.ts';
import { page, type Route, refusedPage, route } from '#platform/http/route.ts';
import { counterPost } from '../actions/by.ts';
import { readCertified } from '../actions/read-certified.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { certifyingRoles, readingRoles } from '../rules/access.ts';
import type { Fields } from '../rules/fields.ts';
import { knownFields } from '../rules/first-fields.ts';
import { byOf } from './asking.ts';
import { showPage } from './certify-presses.tsx';
import { DonePage } from './done-page.tsx';
import { WordsPage } from './words-page.tsx';

const params = z.object({ number: z.string().min(1).max(60) });
const base = '/lam-viec/chung-thuc';

/** What came of a press, and what is printed of it. */
export function doneRoutes(deps: CertificationPageDeps): Route[] {
  return [donePage(deps), samePerson(deps), wordsPage(deps)];
}

function donePage(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: `${base}/xong/:number`,
    access: { roles: readingRoles },
    params,
    query: z.object({ lai: z.string().max(1).catch('') }),
    handle: async (request) => {
      const certified = await readCertified(deps, byOf(request), request.params.number);
      if (!certified.ok) return refusedPage(certified.refusal);
      const frame = await deps.deskFrame(request);
      const repeated = request.query.lai === '1';
      const certifies = counterPost(byOf(request).actor) !== undefined;
      return page(<DonePage view={{ frame, certified: certified.value, repeated, certifies }} />);
    },
  });
}

/** The same person has something else to certify: a new page, filled in with who it is. */
function samePerson(deps: CertificationPageDeps): Route {
  return route({
    method: 'POST',
    path: `${base}/xong/:number`,
    access: { roles: certifyingRoles },
    params,
    handle: async (request) => {
      const certified = await readCertified(deps, byOf(request), request.params.number);
      if (!certified.ok) return refusedPage(certified.refusal);
      const { dossier } = certified.value;
      const { applicants: [party] = [], authorised = null } = dossier.personal ?? {};
      const who = [party, authorised].filter((one) => one != null).map(knownFields);
      const fields = Object.assign({ code: dossier.filing.procedure.code }, ...who) as Fields;
      const key = deps.random.uuid(deps.machineMs());
      return showPage(deps, request, { key, fields }, { focus: 'documents.0.name' });
    },
  });
}

async function findWordsPaper({ db }: CertificationPageDeps, dossierId: string): Promise<string | undefined> {
  const papers = await listPapers(db, dossierId);
  return papers.find((paper) => paper.purpose === 'certification-words' && paper.voidAt === null)?.id;
}

function wordsPage(deps: CertificationPageDeps): Route {
  return route({
    method: 'GET',
    path: `${base}/loi-chung/:number`,
    access: { roles: readingRoles },
    params,
    handle: async (request) => {
      const certified = await readCertified(deps, byOf(request), request.params.number);
      if (!certified.ok) return refusedPage(certified.refusal);
      const { agencyId } = certified.value.dossier.filing;
      const view = {
        frame: await deps.deskFrame(request),
        certified: certified.value,
        paperId: await findWordsPaper(deps, certified.value.dossier.id),
        agencyName: (await getOffice(deps.db, agencyId)).name,
        paperWords: deps.paperWords,
      };
      return page(<WordsPage view={view} />);
    },
  });
}
