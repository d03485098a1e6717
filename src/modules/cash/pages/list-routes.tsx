import { z } from 'zod';
import { postAt } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { parseDong } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { record } from '#modules/audit/index.ts';
import { statusOfRefusals } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type Request,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { closeList } from '../actions/close-list.ts';
import { confirmList } from '../actions/confirm-list.ts';
import type { CashPageDeps } from '../deps.ts';
import { cashRoles, mayReadList, officesOf, receivingRoles } from '../rules/access.ts';
import { MOST_CASH, readCount } from '../rules/count-form.ts';
import { LONGEST_NOTE } from '../rules/reasons.ts';
import { type CashList, findList } from '../store/lists.ts';
import { listMovementsOfList } from '../store/movements.ts';
import { readNotes } from '../store/notes.ts';
import { byOf, formState, type Shown } from './asking.ts';
import { ListPage } from './list-page.tsx';
import type { ListDone } from './list-view.ts';
import { paths, routePaths } from './paths.ts';

const params = z.object({ list: z.uuid() });
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const done = z.enum(['closed', 'confirmed']).nullable().catch(null);
type Sent = Request<z.infer<typeof params>, unknown, z.infer<typeof fields>>;

/** One clerk's day; it stays the clerk's when the post or the substitution is over. */
export function listRoutes(deps: CashPageDeps): Route[] {
  return [
    route({
      method: 'GET',
      path: routePaths.list,
      access: 'signed-in',
      params,
      query: z.object({ xong: done }),
      handle: (request) => show(deps, request, request.params.list, { done: request.query.xong }),
    }),
    route({
      method: 'POST',
      path: routePaths.close,
      access: 'signed-in',
      params,
      form: fields,
      handle: (request) => close(deps, request),
    }),
    route({
      method: 'POST',
      path: routePaths.confirm,
      access: { roles: receivingRoles },
      params,
      form: fields,
      handle: (request) => confirm(deps, request),
    }),
  ];
}

const uuid = z.uuid();

function typedOf({ form }: Sent): Record<string, string> {
  const pairs = Object.entries(form).map(([name, value]) => [name, [value].flat().at(-1) ?? ''] as const);
  return Object.fromEntries(pairs.filter(([name]) => name !== '_csrf'));
}

/** A key that is none is a new press. */
function keyOf(deps: CashPageDeps, typed: Readonly<Record<string, string>>): string {
  const key = uuid.safeParse(typed['key']);
  return key.success ? key.data : deps.random.uuid(deps.machineMs());
}

function readNote(typed: Readonly<Record<string, string>>, field: string, problems: Refusal[]): string {
  const note = (typed[field] ?? '').trim();
  if ([...note].length > LONGEST_NOTE)
    problems.push({ code: 'cash/note-too-long', params: { most: LONGEST_NOTE }, field });
  return note;
}

async function close(deps: CashPageDeps, request: Sent): Promise<Reply> {
  const typed = typedOf(request);
  const listId = request.params.list;
  const read = readCount(typed);
  const problems = [...read.problems];
  const explanation = readNote(typed, 'explanation', problems);
  if (problems.length > 0) return show(deps, request, listId, { typed, refusals: problems });
  const seen = /^\d{1,6}$/.test(typed['seen'] ?? '') ? Number(typed['seen']) : -1;
  const { count, pieces } = read;
  const press = { ...byOf(request), key: keyOf(deps, typed), listId, seen, count, pieces, explanation };
  const closed = await closeList(deps, press);
  if (closed.ok) return redirect(`${paths.list(listId)}?xong=closed`);
  return show(deps, request, listId, { typed, refusals: [closed.refusal] });
}

async function confirm(deps: CashPageDeps, request: Sent): Promise<Reply> {
  const typed = typedOf(request);
  const listId = request.params.list;
  const received = parseDong(typed['received'] ?? '', MOST_CASH, 'received');
  const problems: Refusal[] = received.ok ? [] : [received.refusal];
  const note = readNote(typed, 'note', problems);
  if (!received.ok || problems.length > 0) return show(deps, request, listId, { typed, refusals: problems });
  const key = keyOf(deps, typed);
  const press = { ...byOf(request), key, listId, receivedCash: received.value, note };
  const confirmed = await confirmList(deps, press);
  if (confirmed.ok) return redirect(`${paths.list(listId)}?xong=confirmed`);
  return show(deps, request, listId, { typed, refusals: [confirmed.refusal] });
}

async function show(
  deps: CashPageDeps,
  request: RequestContext,
  listId: string,
  shown: Shown<ListDone>,
): Promise<Reply> {
  const by = byOf(request);
  const list = await findList(deps.db, listId);
  if (!list || !mayReadList(by.actor, list)) return notFound();
  const subject = { kind: 'cash-list', id: list.id };
  const entry = { ...by.origin, action: 'cash/read-list', accountId: by.actor.accountId };
  await record(deps.db, { ...entry, officeId: list.officeId, subject, result: 'allowed' });
  const view = {
    frame: await deps.deskFrame(request),
    today: dateOf(request.legalNow),
    ...(await listPart(deps, request, list)),
    ...formState(deps, request.t, shown),
  };
  return page(<ListPage view={view} />, statusOfRefusals(shown.refusals ?? []));
}

async function listPart(deps: CashPageDeps, request: RequestContext, list: CashList) {
  const { actor } = byOf(request);
  const movements = await listMovementsOfList(deps.db, list.id);
  const isMine = list.accountId === actor.accountId;
  const noteIds = [
    list.closing?.explanationId ?? null,
    list.confirmation?.noteId ?? null,
    ...movements.map((movement) => movement.noteId),
  ];
  const receives = postAt(actor, receivingRoles, list.officeId) !== undefined;
  return {
    list,
    movements,
    notes: await readNotes(deps.db, deps, noteIds),
    worksHere: officesOf(actor, cashRoles).includes(list.officeId),
    mayClose: isMine && list.state === 'open',
    mayConfirm: !isMine && receives && list.state === 'closed',
  };
}
