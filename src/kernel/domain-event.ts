import type { Instant } from './instant.ts';

/**
 * What a module publishes upwards, in the same transaction as the change it tells of; `main/subscriptions.ts`
 * says who reacts. The payload names things by id and holds no personal data.
 */
export interface DomainEvent<Type extends string = string, Payload = Readonly<Record<string, unknown>>> {
  /** `<module>/<what-happened>`, in the past tense: `dossiers/result-ready`. */
  readonly type: Type;
  /** Legal time. */
  readonly at: Instant;
  readonly payload: Payload;
}

export function domainEvent<Type extends string, Payload>(
  type: Type,
  at: Instant,
  payload: Payload,
): DomainEvent<Type, Payload> {
  return { type, at, payload };
}
