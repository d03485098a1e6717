import { z } from 'zod';
import { page, type Reply, type RequestContext, type Route, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import { confirmPassword } from '../actions/change-password.ts';
import { secondFactorIsCompulsory } from '../actions/first-step-for.ts';
import { pendingSecret, setUpSecondFactor } from '../actions/set-up-second-factor.ts';
import { base32 } from '../secrets/base32.ts';
import { otpauthUri } from '../secrets/totp.ts';
import { getAccount } from '../store/accounts.ts';
import { ownPress } from './account-routes.tsx';
import { errorsOf, type IdentityPageDeps, paths, sessionCookie } from './page-deps.ts';
import { RecoveryCodesPage } from './recovery-codes-page.tsx';
import { SecondFactorPage } from './second-factor-page.tsx';

export function secondFactorRoutes(deps: IdentityPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.secondFactor,
      access: 'first-steps',
      handle: (request) => showSetUp(deps, request, [], 200),
    }),
    route({
      method: 'POST',
      path: paths.secondFactor,
      access: 'first-steps',
      form: z.object({ 'mat-khau': typedField, ma: typedField }),
      handle: async (request) => {
        const own = ownPress(request);
        const account = await getAccount(deps.db, own.accountId);
        if (account.totp_secret) {
          const confirmed = await confirmPassword(deps, { ...own, password: request.form['mat-khau'] });
          if (!confirmed.ok) return showSetUp(deps, request, errorsOf(request.t, confirmed.refusal), 422);
        }
        const outcome = await setUpSecondFactor(deps, { ...own, code: request.form.ma });
        if (!outcome.ok) return showSetUp(deps, request, errorsOf(request.t, outcome.refusal), 422);
        const { recoveryCodes, token } = outcome.value;
        const frame = await deps.deskFrame(request);
        const next = own.actor.posts.length > 0 ? deps.homeOf(own.actor) : paths.account;
        const node = <RecoveryCodesPage frame={frame} codes={recoveryCodes} next={next} />;
        return { ...page(node), cookies: [sessionCookie(deps, token)] };
      },
    }),
  ];
}

async function showSetUp(
  deps: IdentityPageDeps,
  request: RequestContext,
  errors: readonly FormError[],
  status: number,
): Promise<Reply> {
  const { actor, accountId } = ownPress(request);
  const account = await getAccount(deps.db, accountId);
  const secret = await pendingSecret(deps, accountId);
  const node = (
    <SecondFactorPage
      frame={await deps.deskFrame(request)}
      uri={otpauthUri(secret, account.name, deps.issuer)}
      typed={base32(secret)
        .replace(/(.{4})/g, '$1 ')
        .trim()}
      compulsory={secondFactorIsCompulsory(account, actor)}
      replacing={account.totp_secret !== null}
      errors={errors}
    />
  );
  return page(node, status);
}
