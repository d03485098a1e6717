import { z } from 'zod';
import { type Actor, covers, type HeldPost, postsWithRole } from '#kernel/actor.ts';
import { dateOf, isCivilDate } from '#kernel/civil-date.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { type RegisterKind, type RegisterMonth, registerKeepers } from '../rules/registers.ts';
import { readerOf } from './page-deps.ts';

/** How an address names a register. */
export const registerSlugs = {
  'tiep-nhan': 'received',
  'ket-qua': 'result',
  'bo-sung': 'completion-request',
  'tu-choi': 'refusal',
  'xin-loi': 'apology',
  dung: 'stop-notice',
  'phi-le-phi': 'payment-notice',
} as const satisfies Record<string, RegisterKind>;
export type RegisterSlug = keyof typeof registerSlugs;

export const registerSlug = z
  .enum(Object.keys(registerSlugs) as [RegisterSlug, ...RegisterSlug[]])
  .catch('tiep-nhan');
export const registerOffice = z.string().max(60).optional().catch('');

export const registerQuery = z.object({
  so: registerSlug,
  thang: z.string().max(20).optional().catch(undefined),
  sau: z.string().max(100).optional().catch(undefined),
  'bo-phan': registerOffice,
});

export interface AskedRegister extends RegisterMonth {
  readonly post: HeldPost;
  /** The one-stop, named in every address where there are several to choose from. */
  readonly at: string | undefined;
  /** By which this person keeps registers, one of each one-stop. */
  readonly posts: readonly HeldPost[];
}

/** Undefined for somebody whose post keeps no register, and for a one-stop that is not theirs. */
export function questionOf(
  request: RequestContext,
  { so, thang, 'bo-phan': typed }: Omit<z.infer<typeof registerQuery>, 'sau'>,
): AskedRegister | undefined {
  const posts = keepingPosts(readerOf(request).actor);
  const post = typed === undefined ? posts[0] : posts.find(({ officeId }) => officeId === typed);
  if (!post) return undefined;
  const at = posts.length > 1 ? post.officeId : undefined;
  return { kind: registerSlugs[so], oneStop: post, post, month: monthOf(request, thang), at, posts };
}

export function slugOf(kind: RegisterKind): RegisterSlug {
  return registerSlug.parse(Object.entries(registerSlugs).find(([, one]) => one === kind)?.[0]);
}

/** Where somebody is the head as well, that post counts: a head closes. */
function keepingPosts(actor: Actor): readonly HeldPost[] {
  const keeping = postsWithRole(actor, registerKeepers).filter((post) => covers(post));
  const heads = keeping.filter((post) => post.role === 'one-stop-head');
  const ofOffice = (id: string) => [...heads, ...keeping].find(({ officeId }) => officeId === id);
  return [...new Set(keeping.map(({ officeId }) => officeId))].flatMap((id) => ofOffice(id) ?? []);
}

/** Years in which there can be a register. */
export const YEARS = { first: 2000, last: 2200 };

/** `7/2022`, `07/2022` or `2022-07`; the month of legal time for anything else. */
function monthOf(request: RequestContext, typed: string | undefined): string {
  const local = /^\s*(\d{1,2})\s*[/-]\s*(\d{4})\s*$/.exec(typed ?? '');
  const month = local ? `${local[2]}-${local[1]?.padStart(2, '0')}` : (typed ?? '');
  const year = Number(month.slice(0, 4));
  const readable = isCivilDate(`${month}-01`) && year >= YEARS.first && year <= YEARS.last;
  return readable ? month : dateOf(request.legalNow).slice(0, 7);
}
