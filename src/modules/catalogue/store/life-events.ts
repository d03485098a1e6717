import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries, Tx } from '#platform/db/database.ts';
import type { Level, Procedure } from '../rules/procedure.ts';
import type { LifeEvent } from '../rules/written.ts';
import { listProcedures } from './procedures.ts';

export interface LifeEventWithProcedures extends Omit<LifeEvent, 'procedures'> {
  readonly procedures: readonly Procedure[];
}

/** The nine occasions of the home page with what is in force on that day; one without any is left out. */
export async function listLifeEvents(
  q: Queries,
  filter: { readonly on: CivilDate; readonly level?: Level },
): Promise<LifeEventWithProcedures[]> {
  const events = await q.selectFrom('catalogue.life_event').selectAll().orderBy('ordinal').execute();
  const links = await q.selectFrom('catalogue.life_event_procedure').selectAll().orderBy('ordinal').execute();
  const byCode = new Map((await listProcedures(q, filter)).map((one) => [one.code, one]));
  return events
    .map((event) => ({
      key: event.key,
      icon: event.icon,
      name: { vi: event.name_vi, en: event.name_en },
      summary: { vi: event.summary_vi, en: event.summary_en },
      procedures: links
        .filter((link) => link.event_key === event.key)
        .flatMap((link) => byCode.get(link.procedure_code) ?? []),
    }))
    .filter((event) => event.procedures.length > 0);
}

export async function replaceLifeEvents(tx: Tx, events: readonly LifeEvent[]): Promise<void> {
  await tx.deleteFrom('catalogue.life_event_procedure').execute();
  await tx.deleteFrom('catalogue.life_event').execute();
  await tx
    .insertInto('catalogue.life_event')
    .values(
      events.map((event, index) => ({
        key: event.key,
        ordinal: index + 1,
        icon: event.icon,
        name_vi: event.name.vi,
        name_en: event.name.en,
        summary_vi: event.summary.vi,
        summary_en: event.summary.en,
      })),
    )
    .execute();
  const links = events.flatMap((event) =>
    event.procedures.map((code, index) => ({
      event_key: event.key,
      ordinal: index + 1,
      procedure_code: code,
    })),
  );
  await tx.insertInto('catalogue.life_event_procedure').values(links).execute();
}
