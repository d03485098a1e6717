import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { PaperRenderer } from '#platform/papers/renderer.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';
import type { KnownReport } from '../known-report.ts';

export interface ReportPageDeps {
  readonly db: Database;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** All that there are, also of other modules. */
  readonly reports: readonly KnownReport[];
  readonly renderer: Pick<PaperRenderer, 'render'>;
  readonly random: Random;
  readonly machineMs: () => number;
  /** Papers say that the data are invented. */
  readonly demo: boolean;
}

export const TIMELINESS_PATH = '/lam-viec/thong-ke';
export const REPORTS_PATH = '/lam-viec/bao-cao';
export const MORNING_PATH = '/lam-viec/dieu-hanh';
export const WALL_PATH = '/man-hinh';

/** Where an index is typed that nothing supplies yet. */
export const typingPath = (index: 7 | 8) => `${REPORTS_PATH}/chi-so/nhap/${index}`;
