import type { DomainEvent } from '#kernel/domain-event.ts';
import type { Tx } from '#platform/db/database.ts';
import { enqueue } from './enqueue.ts';

/** Name of the job that brings a domain event to its subscribers. */
export const DOMAIN_EVENT_JOB = 'domain-event';

/** Says in the same transaction that something happened; `main/subscriptions.ts` knows who reacts. */
export async function publish(tx: Tx, event: DomainEvent): Promise<void> {
  await enqueue(tx, DOMAIN_EVENT_JOB, event);
}
