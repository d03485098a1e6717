import { z } from 'zod';
import type { Outcome } from '#kernel/refusal.ts';
import { statusOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Reply, type RequestContext, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import type { FormError } from '#ui/components/error-summary.tsx';
import { authenticate } from '../actions/authenticate.ts';
import { findHalfWay, giveCode } from '../actions/give-code.ts';
import { findDemoCode, listDemoSignIns } from '../actions/list-demo-sign-ins.ts';
import type { Entered } from '../actions/open-session.ts';
import { signIn } from '../actions/sign-in.ts';
import { signOut } from '../actions/sign-out.ts';
import { localPath } from '../rules/local-path.ts';
import { CodePage } from './code-page.tsx';
import { errorsOf, type IdentityPageDeps, originOf, paths, sessionCookie, tokenOf } from './page-deps.ts';
import { SignInPage } from './sign-in-page.tsx';

const next = z.string().max(500).optional().catch(undefined);
const withNext = z.object({ tiep: next });
/** No account has a longer name. */
const LONGEST_NAME = 100;

export function signInRoutes(deps: IdentityPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.signIn,
      access: 'public',
      query: withNext,
      handle: (request) => {
        if (request.actor) return redirect(localPath(request.query.tiep, deps.homeOf(request.actor)));
        return showSignIn(deps, request, '', request.query.tiep, []);
      },
    }),
    route({
      method: 'POST',
      path: paths.signIn,
      access: 'public',
      form: z.object({ 'tai-khoan': typedField, 'mat-khau': typedField, tiep: next }),
      handle: async (request) => {
        const { 'tai-khoan': name, 'mat-khau': password, tiep } = request.form;
        const origin = originOf(request);
        if (name.length > LONGEST_NAME) {
          const text = request.t('identity.sign-in.name-too-long', { most: LONGEST_NAME });
          return showSignIn(deps, request, name, tiep, [{ field: 'tai-khoan', text }], 422);
        }
        const outcome = await signIn(deps, { name, password, origin, previousToken: tokenOf(deps, request) });
        if (outcome.ok) return enter(deps, request, outcome.value, tiep);
        return showSignIn(
          deps,
          request,
          name,
          tiep,
          errorsOf(request.t, outcome.refusal),
          statusOfRefusal(outcome.refusal),
        );
      },
    }),
    ...codeRoutes(deps),
    signOutRoute(deps),
  ];
}

function signOutRoute(deps: IdentityPageDeps): Route {
  return route({
    method: 'POST',
    path: paths.signOut,
    access: 'first-steps',
    handle: async (request) => {
      const { actor, sessionId } = request;
      if (actor && sessionId) {
        await signOut(deps, { accountId: actor.accountId, sessionId, origin: originOf(request) });
      }
      return { ...redirect(paths.signIn), cookies: [sessionCookie(deps, '')] };
    },
  });
}

function codeRoutes(deps: IdentityPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: paths.code,
      access: 'public',
      query: withNext,
      handle: (request) => showCode(deps, request, request.query.tiep, []),
    }),
    route({
      method: 'POST',
      path: paths.code,
      access: 'public',
      form: z.object({ ma: typedField, tiep: next }),
      handle: async (request) => {
        const { ma, tiep } = request.form;
        const token = tokenOf(deps, request);
        const outcome: Outcome<Entered> = await giveCode(deps, {
          token,
          code: ma,
          origin: originOf(request),
        });
        if (outcome.ok) return enter(deps, request, outcome.value, tiep);
        const errors = errorsOf(request.t, outcome.refusal);
        if (outcome.refusal.code !== 'identity/sign-in-again')
          return showCode(deps, request, tiep, errors, 422);
        return showSignIn(deps, request, '', tiep, errors, 422);
      },
    }),
  ];
}

async function showSignIn(
  deps: IdentityPageDeps,
  request: RequestContext,
  name: string,
  tiep: string | undefined,
  errors: readonly FormError[],
  status = 200,
): Promise<Reply> {
  const demo = await listDemoSignIns(deps, request);
  const frame = await deps.publicFrame(request);
  const onward = localPath(tiep, '');
  return page(<SignInPage frame={frame} name={name} next={onward} errors={errors} demo={demo} />, status);
}

async function showCode(
  deps: IdentityPageDeps,
  request: RequestContext,
  tiep: string | undefined,
  errors: readonly FormError[],
  status = 200,
): Promise<Reply> {
  const halfWay = await findHalfWay(deps.db, tokenOf(deps, request), request.machineNow);
  if (!halfWay) return redirect(paths.signIn);
  const demoCode = await findDemoCode(deps, halfWay.account.id, request.machineNow);
  const frame = await deps.publicFrame(request);
  return page(
    <CodePage frame={frame} next={localPath(tiep, '')} errors={errors} demoCode={demoCode} />,
    status,
  );
}

/** After a right password, code or link: on to the code, the first steps, the page before, or the own desk. */
export async function enter(
  deps: IdentityPageDeps,
  request: RequestContext,
  { token, stage }: Entered,
  tiep: string | undefined,
): Promise<Reply> {
  const cookies = [sessionCookie(deps, token)];
  const onward = localPath(tiep, '');
  if (stage === 'second-factor') {
    const query = onward ? `?tiep=${encodeURIComponent(onward)}` : '';
    return { ...redirect(paths.code + query), cookies };
  }
  if (stage === 'first-steps') return { ...redirect(paths.firstSteps), cookies };
  const signedIn = await authenticate(deps, token, request);
  const home = signedIn && signedIn.actor.posts.length > 0 ? deps.homeOf(signedIn.actor) : paths.account;
  return { ...redirect(onward || home), cookies };
}
