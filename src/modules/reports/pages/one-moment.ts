import { atOneMoment } from '#platform/db/database.ts';
import type { Reply, RequestContext } from '#platform/http/route.ts';
import type { ReportPageDeps } from './page-deps.ts';

/**
 * Answers a request from what the database held at one moment: a number, its check and its list say the same. What stands
 * around the page is read before: nothing waits for a second connection while it holds one.
 */
export async function asOneMoment(
  deps: ReportPageDeps,
  request: RequestContext,
  answer: (seen: ReportPageDeps) => Promise<Reply>,
): Promise<Reply> {
  const frame = await deps.deskFrame(request);
  return atOneMoment(deps.db, (q) => answer({ ...deps, db: q, deskFrame: async () => frame }));
}
