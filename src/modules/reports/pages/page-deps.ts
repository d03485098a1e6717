import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface ReportPageDeps {
  readonly db: Database;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
}

export const TIMELINESS_PATH = '/lam-viec/thong-ke';
