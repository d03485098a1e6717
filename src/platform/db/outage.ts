/** Classes of SQLSTATE: connection, resources (too many connections, disk full), operator (shutdown). */
const OUTAGE_STATES = /^(08|53|57P)/;
const OUTAGE_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
const OUTAGE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/;

/** True when PostgreSQL is away for the moment and the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === 'string' && OUTAGE_STATES.test(code)) return true;
  if (typeof code === 'string' && OUTAGE_SYSTEM.has(code) && (syscall === 'connect' || code !== 'ENOENT'))
    return true;
  return OUTAGE_TEXT.test(error.message) || isOutage(error.cause);
}

/** True when the server is there and will let us in later: it comes up, or recovers from a crash. */
export function isStartingUp(error: unknown): boolean {
  return error instanceof Error && (error as Error & { code?: unknown }).code === '57P03';
}

/** True when the disk is full: of the machine (`ENOSPC`) or of the PostgreSQL server. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as Error & { code?: unknown }).code;
  return code === 'ENOSPC' || code === '53100' || isDiskFull(error.cause);
}
