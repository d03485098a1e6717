import { z } from 'zod';
import { page, type Route, refusedPage, route } from '#platform/http/route.ts';
import { openPage } from '../actions/open-page.ts';
import { previewOf } from '../actions/preview.ts';
import { readSubmitted } from '../actions/read-submitted.ts';
import type { CertificationPageDeps } from '../deps.ts';
import { certifyingRoles } from '../rules/access.ts';
import { fieldsOf } from '../rules/fields.ts';
import { byOf } from './asking.ts';
import { form, pressPage, showPage } from './certify-presses.tsx';
import { paths } from './paths.ts';
import { SumSide } from './sum-side.tsx';

const access = { roles: certifyingRoles };
const text = z.string().max(60).catch('');
const chosen = z.object({ viec: text, tu: text });

/** The page on which documents are certified. */
export function certifyRoutes(deps: CertificationPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.page,
      access,
      query: chosen,
      handle: async (request) => {
        const key = deps.random.uuid(deps.machineMs());
        const { viec: code, tu: reference } = request.query;
        if (reference) {
          const read = await readSubmitted(deps, byOf(request), reference);
          if (!read.ok) return refusedPage(read.refusal);
          return showPage(deps, request, { key, fields: read.value }, { focus: 'documents.0.pages' });
        }
        return showPage(deps, request, { key, fields: code ? { code } : {} });
      },
    }),
    route({
      method: 'POST',
      path: paths.page,
      access,
      form,
      handle: (request) => pressPage(deps, request),
    }),
    route({
      method: 'POST',
      path: paths.reckon,
      access,
      form,
      handle: async (request) => {
        const fields = fieldsOf(request.form);
        const opened = await openPage(deps, byOf(request).actor, fields);
        if (!opened) return refusedPage({ code: 'certification/nothing-here' });
        const preview = await previewOf(deps, opened, fields, request.legalNow);
        return page(<SumSide t={request.t} preview={preview} />);
      },
    }),
  ];
}
