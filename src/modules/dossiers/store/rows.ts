import { after } from '../rules/after.ts';
import type { Dossier } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import { placesOf } from '../rules/places-named.ts';
import { dueProjection, personalProjection, projection } from '../rules/projection.ts';
import { NO_HASH } from './chain.ts';
import { type Head, linkEvents, type Secrets } from './events.ts';
import { wrapNewKey } from './personal-part.ts';

/** The row of a dossier, and its dates with the end of its chain. */
export function rowsOf(dossier: Dossier, head: Head) {
  return {
    row: { ...projection(dossier), ...personalProjection(dossier), places: placesOf(dossier) },
    due: { ...dueProjection(dossier), ...endOf(head) },
  };
}

/**
 * What a press has changed of the row, null where it has changed nothing, and of the dates. The clock of QĐ 766 always goes
 * along: where the history does not say it, there may stand what a job has counted of it before this press.
 */
export function changedRows(before: Dossier, after: Dossier, head: Head) {
  const personal =
    before.personal === after.personal ? {} : { ...personalProjection(after), places: placesOf(after) };
  const row = { ...changedOf(projection(before), projection(after)), ...personal };
  const dates = dueProjection(after);
  const { national_due_at, supplements } = dates;
  return {
    row: Object.keys(row).length > 0 ? row : null,
    due: { ...changedOf(dueProjection(before), dates), national_due_at, supplements, ...endOf(head) },
  };
}

function changedOf<R extends Readonly<Record<string, unknown>>>(before: R, after: R): Partial<R> {
  const changed = Object.entries(after).filter(([column, value]) => before[column] !== value);
  return Object.fromEntries(changed) as Partial<R>;
}

const endOf = ({ seq, hash }: Head) => ({ head_seq: seq, head_hash: Buffer.from(hash) });

/** A new dossier with its own key, its first events and its rows. */
export function begun(id: string, events: readonly NewEvent[], secrets: Secrets) {
  const dossier = events.reduce<Dossier | null>(
    (so, event, index) => after(so, { ...event, seq: index + 1 }, id),
    null,
  );
  if (!dossier) throw new Error('a dossier begins with an event');
  const wrappedKey = wrapNewKey(secrets.keys, id, secrets.random);
  const linked = linkEvents({ id, seq: 0, hash: NO_HASH, wrappedKey }, events, secrets);
  const { row, due } = rowsOf(dossier, linked.head);
  return { dossier, linked, row: { ...row, id, wrapped_key: wrappedKey }, due: { ...due, id } };
}

/** Who took it in, who returns it, who holds it now, who was asked. */
export function involvedRows({ id, filing, holder, receivedAt, opinions }: Dossier) {
  const asked = opinions.map((opinion) => opinion.officeId);
  const offices = new Set([filing.intakeOfficeId, filing.returnOfficeId, ...asked]);
  if (holder) offices.add(holder.officeId);
  return [...offices].map((office_id) => ({ dossier_id: id, office_id, received_at: receivedAt }));
}
