import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { statusOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type RequestContext, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import { changePassword, type OwnPress } from '../actions/change-password.ts';
import { firstStepFor } from '../actions/first-step-for.ts';
import { signOutElsewhere } from '../actions/sign-out.ts';
import { getAccount } from '../store/accounts.ts';
import { countRecoveryCodes } from '../store/passwords.ts';
import { listOpenSessions } from '../store/sessions.ts';
import { AccountPage } from './account-page.tsx';
import { errorsOf, type IdentityPageDeps, originOf, paths, sessionCookie } from './page-deps.ts';

/** A route of `first-steps` has an actor and a session. */
export function ownPress(request: RequestContext): OwnPress & { readonly actor: Actor } {
  const { actor, sessionId } = request;
  if (!actor || !sessionId) throw new Error('a page of the own account without a session');
  return { actor, accountId: actor.accountId, sessionId, origin: originOf(request) };
}

export function accountRoutes(deps: IdentityPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.firstSteps,
      access: 'first-steps',
      handle: async (request) => {
        const { actor } = ownPress(request);
        const step = await firstStepFor(deps, actor, request.machineNow);
        if (step === null) return redirect(deps.homeOf(actor));
        return redirect(step === 'second-factor' ? paths.secondFactor : paths.account);
      },
    }),
    route({
      method: 'GET',
      path: paths.account,
      access: 'first-steps',
      query: z.object({ xong: z.string().optional() }),
      handle: (request) => showAccount(deps, request, [], request.query.xong === 'mat-khau'),
    }),
    route({
      method: 'POST',
      path: paths.password,
      access: 'first-steps',
      form: z.object({ 'mat-khau': typedField, 'mat-khau-moi': typedField }),
      handle: async (request) => {
        const { 'mat-khau': password, 'mat-khau-moi': newPassword } = request.form;
        const outcome = await changePassword(deps, { ...ownPress(request), password, newPassword });
        if (outcome.ok) {
          return {
            ...redirect(`${paths.account}?xong=mat-khau`),
            cookies: [sessionCookie(deps, outcome.value)],
          };
        }
        const status = statusOfRefusal(outcome.refusal);
        return showAccount(deps, request, errorsOf(request.t, outcome.refusal), false, status);
      },
    }),
    route({
      method: 'POST',
      path: paths.sessions,
      access: 'first-steps',
      handle: async (request) => {
        await signOutElsewhere(deps, ownPress(request));
        return redirect(paths.account);
      },
    }),
  ];
}

async function showAccount(
  deps: IdentityPageDeps,
  request: RequestContext,
  errors: readonly FormError[],
  changed: boolean,
  status = 200,
): Promise<Reply> {
  const { actor, accountId, sessionId } = ownPress(request);
  const account = await getAccount(deps.db, accountId);
  const open = await listOpenSessions(deps.db, accountId);
  const sessions = open.map((one) => ({
    id: one.id,
    lastSeenAt: one.last_seen_at,
    address: one.address,
    here: one.id === sessionId,
  }));
  const recoveryCodesLeft = await countRecoveryCodes(deps.db, accountId);
  const node = (
    <AccountPage
      frame={await deps.deskFrame(request)}
      actor={actor}
      errors={errors}
      mustChange={(await firstStepFor(deps, actor, request.machineNow)) === 'change-password'}
      changed={changed}
      secondFactor={{ set: account.totp_secret !== null, recoveryCodesLeft }}
      sessions={sessions}
    />
  );
  return page(node, status);
}
