import type { Database } from '#platform/db/database.ts';
import type { RequestContext } from '#platform/http/route.ts';
import type { HeldCertificate } from '#platform/papers/list-certificates.ts';
import type { Random } from '#platform/random/random.ts';
import type { DeskFrame } from '#ui/frame.ts';

export interface AdministrationDeps {
  readonly db: Database;
  readonly random: Random;
  readonly deskFrame: (request: RequestContext) => Promise<DeskFrame>;
  /** Of the folder of the signing keys. */
  readonly certificates: () => Promise<readonly HeldCertificate[]>;
}
