import type { Instant } from '#kernel/instant.ts';

/** Where and when something was done; a request of the web server has all of these. */
export interface AuditOrigin {
  readonly legalNow: Instant;
  readonly machineNow: Instant;
  readonly address: string | null;
  readonly requestId: string | null;
}

/** One row of the log: ids, codes and dossier numbers only, never a name or a word of the content. */
export interface AuditEntry extends AuditOrigin {
  /** `<module>/<verb>`, e.g. `dossiers/read`. */
  readonly action: string;
  readonly accountId?: string | null;
  readonly postId?: string | null;
  readonly officeId?: string | null;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly result: 'allowed' | 'refused';
  /** Code of the refusal; of what was allowed, a code that says what it was for. */
  readonly reason?: string;
}

interface RequestLike {
  readonly id: string;
  readonly legalNow: Instant;
  readonly machineNow: Instant;
  readonly address: string;
}

/** `record(tx, { ...auditOrigin(request), action, … })`. */
export function auditOrigin(request: RequestLike): AuditOrigin {
  return {
    legalNow: request.legalNow,
    machineNow: request.machineNow,
    address: request.address,
    requestId: request.id,
  };
}

/** A program that acts by itself (job, command line, first load). */
export function programOrigin(legalNow: Instant, machineNow: Instant): AuditOrigin {
  return { legalNow, machineNow, address: null, requestId: null };
}
