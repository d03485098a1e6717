import type { CivilDate } from '#kernel/civil-date.ts';
import type { Queries } from '#platform/db/database.ts';
import { type Stores, sqlStores } from '../actions/stores.ts';

/** What commands only read: offices, people, procedures, processes. */
export type Reference = Pick<
  Stores,
  | 'getOffice'
  | 'findInForceWithAgency'
  | 'findLeadership'
  | 'findSection'
  | 'findOutsideOffice'
  | 'listPeopleOfOffice'
  | 'findProcedure'
  | 'findProcedureVersion'
  | 'findClockEffects'
  | 'findCommitment'
  | 'processFor'
>;

interface Span {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

type Asked = readonly unknown[];

/**
 * Each question is asked of the database once: where the first and the last day of the span are answered alike, the
 * answer holds for all days between (what is dated changes, it does not change back).
 */
function askingOnce(span: Span) {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const found = kept.get(key) as Promise<T> | undefined;
    if (found) return found;
    const asked = ask();
    kept.set(key, asked);
    return asked;
  };
  const dated = async <T>(name: string, about: Asked, on: CivilDate, ask: (on: CivilDate) => Promise<T>) => {
    const key = `${name} ${about.join(' ')}`;
    const first = once(`${key} first`, () => ask(span.from));
    const last = once(`${key} last`, () => ask(span.to));
    const same = await once(
      `${key} same`,
      async () => JSON.stringify(await first) === JSON.stringify(await last),
    );
    return same ? last : once(`${key} ${on}`, () => ask(on));
  };
  return { once, dated };
}

export function referenceOf(q: Queries, span: Span): Reference {
  const { once, dated } = askingOnce(span);
  const { getOffice, findInForceWithAgency, findLeadership, findSection, findOutsideOffice } = sqlStores;
  const { listPeopleOfOffice, findProcedure, findProcedureVersion, processFor } = sqlStores;
  const { findClockEffects, findCommitment } = sqlStores;
  return {
    getOffice: (_, id, on = null) =>
      on === null
        ? once(`getOffice ${id}`, () => getOffice(q, id))
        : dated('getOffice', [id], on, (day) => getOffice(q, id, day)),
    findInForceWithAgency: (_, id, on) =>
      dated('in force', [id], on, (day) => findInForceWithAgency(q, id, day)),
    findLeadership: (_, agency, on) => dated('leads', [agency], on, (day) => findLeadership(q, agency, day)),
    findSection: (_, agency, key, on) =>
      dated('section', [agency, key], on, (day) => findSection(q, agency, key, day)),
    findOutsideOffice: (_, agency, key, on) =>
      dated('outside', [agency, key], on, (day) => findOutsideOffice(q, agency, key, day)),
    listPeopleOfOffice: (_, office, on) =>
      dated('people', [office], on, (day) => listPeopleOfOffice(q, office, day)),
    findProcedure: (_, code, on) => dated('procedure', [code], on, (day) => findProcedure(q, code, day)),
    findProcedureVersion: (_, id) => once(`version ${id}`, () => findProcedureVersion(q, id)),
    findClockEffects: (_, { on, ...about }) =>
      dated('effects', [about.procedureCode, about.regime], on, (day) =>
        findClockEffects(q, { ...about, on: day }),
      ),
    findCommitment: (_, { on, ...about }) =>
      dated('commitment', [about.agencyId, about.procedureCode], on, (day) =>
        findCommitment(q, { ...about, on: day }),
      ),
    processFor: (_, procedure, on, agency) =>
      dated('process', [procedure.code, procedure.field, agency.level], on, (day) =>
        processFor(q, procedure, day, agency),
      ),
  };
}
