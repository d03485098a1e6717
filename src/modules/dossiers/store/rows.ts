import { after } from '../rules/after.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import { placesOf } from '../rules/places-named.ts';
import { personalProjection, projection } from '../rules/projection.ts';
import { NO_HASH } from './chain.ts';
import { type Head, linkEvents, type Secrets } from './events.ts';
import { wrapNewKey } from './personal-part.ts';

/** The row of a dossier with the end of its chain. */
export function rowOf(dossier: Dossier, head: Head) {
  return {
    ...projection(dossier),
    ...personalProjection(dossier),
    places: placesOf(dossier),
    head_seq: head.seq,
    head_hash: Buffer.from(head.hash),
  };
}

/**
 * What a press has changed of the row. The clock of QĐ 766 always goes along: where the history does not say it, the row
 * may hold what a job has counted of it before this press.
 */
export function changedRow(before: Dossier, after: Dossier, head: Head) {
  const old: Readonly<Record<string, unknown>> = projection(before);
  const { national_due_at, supplements, ...columns } = projection(after);
  const changed = Object.entries(columns).filter(([column, value]) => old[column] !== value);
  const personal =
    before.personal === after.personal ? {} : { ...personalProjection(after), places: placesOf(after) };
  return {
    ...(Object.fromEntries(changed) as Partial<typeof columns>),
    ...personal,
    ...{ national_due_at, supplements, head_seq: head.seq, head_hash: Buffer.from(head.hash) },
  };
}

/** A new dossier with its own key, its first events and its row. */
export function begun(id: string, events: readonly NewEvent[], secrets: Secrets) {
  const dossier = events.reduce<Dossier | null>(
    (so, event, index) => after(so, { ...event, seq: index + 1 }, id),
    null,
  );
  if (!dossier) throw new Error('a dossier begins with an event');
  const wrappedKey = wrapNewKey(secrets.keys, id, secrets.random);
  const linked = linkEvents({ id, seq: 0, hash: NO_HASH, wrappedKey }, events, secrets);
  return { dossier, linked, row: { ...rowOf(dossier, linked.head), id, wrapped_key: wrappedKey } };
}

/** Who took it in, who returns it, who holds it now, who was asked. */
export function involvedRows({ id, filing, holder, receivedAt, opinions }: Dossier) {
  const asked = opinions.map((opinion) => opinion.officeId);
  const offices = new Set([filing.intakeOfficeId, filing.returnOfficeId, ...asked]);
  if (holder) offices.add(holder.officeId);
  return [...offices].map((office_id) => ({ dossier_id: id, office_id, received_at: receivedAt }));
}
