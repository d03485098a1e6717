import { z } from 'zod';
import { type Actor, type HeldPost, postsOf, type Role } from '#kernel/actor.ts';
import { dateOf, isCivilDate } from '#kernel/civil-date.ts';
import type { RequestContext } from '#platform/http/route.ts';
import { readerOf } from './page-deps.ts';
import { type RegisterQuestion, type RegisterSlug, registerSlugs } from './register-part.ts';

export const registerKeepers: readonly Role[] = ['reception-officer', 'one-stop-head', 'result-clerk'];

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

export interface AskedRegister extends RegisterQuestion {
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
  return { kind: registerSlugs[so], post, month: monthOf(request, thang), at, posts };
}

/** Where somebody is the head as well, that post counts: a head closes. */
function keepingPosts(actor: Actor): readonly HeldPost[] {
  const keeping = postsOf(actor).filter(({ role }) => registerKeepers.includes(role));
  const heads = keeping.filter((post) => post.role === 'one-stop-head' && !post.insteadOf);
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
