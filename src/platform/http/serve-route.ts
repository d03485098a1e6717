import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { passing } from '../passing.ts';
import { type Gate, gateOf } from './access.ts';
import { networkOf } from './client-network.ts';
import { type Opened, openContext } from './context.ts';
import { comesFromHere, isToken } from './csrf.ts';
import { cleanValues, resendable } from './form-fields.ts';
import { readForm } from './form-reading.ts';
import { type NoticeKind, noticeOf } from './notice.ts';
import type { FormIssue, Reply, Route } from './route.ts';
import { sendNotice, sendReply } from './send.ts';
import { PUBLIC_FORM_LIMIT, type ServerOptions } from './server-options.ts';
import type { ReadForm } from './uploads.ts';

/** A route without its types: how the server sees it. */
interface PlainRoute extends Omit<Route, 'params' | 'query' | 'form' | 'handle' | 'invalid'> {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly form?: z.ZodType;
  readonly handle: (request: object) => Promise<Reply> | Reply;
  readonly invalid?: (request: object, issues: readonly FormIssue[]) => Promise<Reply> | Reply;
}

const noForm: ReadForm = { fields: {}, files: [], tokenIsGood: true, dispose: async () => {} };

/** The way of every request: who, may they, the form, its token, its shape, the handler. */
export async function serveRoute(
  declared: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServerOptions,
): Promise<FastifyReply> {
  const route = declared as unknown as PlainRoute;
  const opened = await openContext(request, reply, options);
  const gate = gateOf(route.access, opened.signedIn);
  const posted = route.method === 'POST';
  const notice = (kind: NoticeKind, more = {}) =>
    sendNotice(reply, noticeOf(kind, opened.context.t, request.id, more), opened.context, options);
  if (posted && !comesFromHere(request.headers, ownHosts(request, options))) return notice('other-site');
  if (gate !== 'open' && !(gate === 'sign-in' && posted))
    return refuse(gate, request, reply, options, notice);
  if (posted && !opened.signedIn && !(await withinLimit(request, reply, options))) return notice('too-many');
  // files go to disk only for somebody who is signed in and may send them here
  const takesFiles = gate === 'open' && opened.signedIn !== null && route.upload === true;
  const form = posted
    ? await readForm(request, takesFiles ? options.uploadFolder : null, (token) =>
        isToken(opened.csrfSecret(), token),
      )
    : noForm;
  if (gate !== 'open' || !form.tokenIsGood) {
    await form.dispose();
    return gate === 'open'
      ? notice('confirm-again', resendOf(form, request, opened))
      : notice('sign-in-again', resendOf(form, request, opened, options));
  }
  let send: () => FastifyReply;
  try {
    send = await answer(route, request, reply, opened, form, options);
  } finally {
    await form.dispose(); // before the answer leaves: who has it may rely on it
  }
  passing('http/answering');
  return send();
}

export function ownHosts(request: FastifyRequest, options: ServerOptions): string[] {
  return [request.host, new URL(options.publicUrl).host];
}

function refuse(
  gate: Gate,
  request: FastifyRequest,
  reply: FastifyReply,
  { paths }: ServerOptions,
  notice: (kind: NoticeKind) => FastifyReply,
): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (gate === 'sign-in')
    return reply.redirect(`${paths.signIn}?tiep=${encodeURIComponent(request.url)}`, 303);
  if (gate === 'first-steps') return reply.redirect(paths.firstSteps, 303);
  return notice('forbidden');
}

async function withinLimit(request: FastifyRequest, reply: FastifyReply, options: ServerOptions) {
  const limit = options.publicFormLimit ?? PUBLIC_FORM_LIMIT;
  const { allowed, retryAfterSeconds } = await options.rateLimit.hit(`form:${networkOf(request.ip)}`, limit);
  if (!allowed) reply.header('retry-after', String(retryAfterSeconds));
  return allowed;
}

/** The form itself, to be sent once more with a fresh token after a look at it: nothing typed is lost. */
function resendOf(form: ReadForm, request: FastifyRequest, { context }: Opened, signIn?: ServerOptions) {
  const { t } = context;
  const lines = signIn
    ? ['sign-in-again.what', 'sign-in-again.now']
    : ['confirm-again.what', 'confirm-again.now'];
  const said = lines.map((line) => t(`http.notice.${line}`));
  return {
    lines: request.isMultipart() ? [...said, t('http.notice.files-lost')] : said,
    links: signIn ? [{ href: signIn.paths.signIn, text: t('http.notice.sign-in'), newTab: true }] : [],
    resend: {
      action: request.url,
      fields: resendable(form.fields),
      csrf: context.csrf,
      button: t('http.notice.send-again'),
    },
  };
}

async function answer(
  route: PlainRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { context }: Opened,
  form: ReadForm,
  options: ServerOptions,
): Promise<() => FastifyReply> {
  const params = parsed(route.params, cleanValues(request.params));
  const query = parsed(route.query, cleanValues(request.query));
  if (!params.success || !query.success)
    return () => sendNotice(reply, noticeOf('not-found', context.t, request.id), context, options);
  const withForm = (value: unknown) =>
    extended(context, { params: params.data, query: query.data, files: form.files, form: value });
  const fields = parsed(route.form, form.fields);
  const say = (given: Reply) => () => sendReply(reply, given, context, options);
  if (fields.success) return say(await route.handle(withForm(fields.data)));
  const issues = issuesOf(fields.error);
  if (route.invalid) return say(await route.invalid(withForm(form.fields), issues));
  return () => sendNotice(reply, noticeOf('invalid', context.t, request.id), context, options);
}

/** The getter of `csrf` must stay one: asking for it sets the cookie of visitors. */
function extended(context: object, more: object): object {
  const properties = {
    ...Object.getOwnPropertyDescriptors(context),
    ...Object.getOwnPropertyDescriptors(more),
  };
  return Object.defineProperties({}, properties);
}

function parsed(schema: z.ZodType | undefined, value: unknown): z.ZodSafeParseResult<unknown> {
  return schema ? schema.safeParse(value) : { success: true, data: value };
}

/** A message of the schema that is a words key is kept; zod's own English ones become keys of ours. */
function issuesOf(error: z.ZodError): FormIssue[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    message: /^[a-z]+(\.[a-z0-9-]+)+$/.test(issue.message) ? issue.message : keyOf(issue),
  }));
}

function keyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big') return 'http.invalid.too-long';
  const missing = issue.code === 'invalid_type' || issue.code === 'too_small';
  return missing ? 'http.invalid.missing' : 'http.invalid.wrong';
}
