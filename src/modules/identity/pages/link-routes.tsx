import { z } from 'zod';
import { page, type Route, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { findLinkedAccount, useLink } from '../actions/use-link.ts';
import { LinkPage } from './link-page.tsx';
import { errorsOf, type IdentityPageDeps, originOf, paths, tokenOf } from './page-deps.ts';
import { enter } from './sign-in-routes.tsx';

const params = z.object({ token: z.string().max(100) });
const GONE = 410;

export function linkRoutes(deps: IdentityPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.link,
      access: 'public',
      params,
      handle: async (request) => {
        const account = await findLinkedAccount(deps.db, request.params.token, request.machineNow);
        const frame = await deps.publicFrame(request);
        return page(<LinkPage frame={frame} account={account?.name} errors={[]} />, account ? 200 : GONE);
      },
    }),
    route({
      method: 'POST',
      path: paths.link,
      access: 'public',
      params,
      form: z.object({ 'mat-khau-moi': typedField }),
      handle: async (request) => {
        const { token } = request.params;
        const press = { token, newPassword: request.form['mat-khau-moi'], origin: originOf(request) };
        const outcome = await useLink(deps, { ...press, previousToken: tokenOf(deps, request) });
        if (outcome.ok) return enter(deps, request, outcome.value, undefined);
        const account = await findLinkedAccount(deps.db, token, request.machineNow);
        const errors = account ? errorsOf(request.t, outcome.refusal) : [];
        const frame = await deps.publicFrame(request);
        return page(<LinkPage frame={frame} account={account?.name} errors={errors} />, account ? 422 : GONE);
      },
    }),
  ];
}
