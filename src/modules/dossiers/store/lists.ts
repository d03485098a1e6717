import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { openStates, type State, type Task } from '../rules/dossier.ts';

/** A line of a list: what the row has, nothing opened. */
export interface DossierLine {
  readonly id: string;
  readonly name: string;
  readonly shortNumber: string | null;
  readonly applicantName: string | null;
  readonly procedureName: string;
  readonly procedureCode: string;
  readonly state: State;
  readonly outcome: 'granted' | 'refused' | null;
  readonly task: Task;
  readonly stepName: string | null;
  readonly dueAt: Instant | null;
  readonly stepDueAt: Instant | null;
  readonly clock: string;
  readonly heldSince: Instant | null;
  readonly holderAccountId: string | null;
  readonly receivedAt: Instant | null;
  readonly updatedAt: Instant;
}

export const workGroups = ['all', 'late', 'today', 'new', 'stopped'] as const;
export type WorkGroup = (typeof workGroups)[number];

export interface WorkFilter {
  /** Offices whose work this person does. */
  readonly officeIds: readonly string[];
  readonly accountId: string;
  /** Tasks that the person's posts can do something about. */
  readonly tasks: readonly Task[];
  readonly group: WorkGroup;
  readonly procedureCode: string | null;
  readonly now: Instant;
}

const columns = [
  'id',
  'number',
  'reference',
  'short_number',
  'applicant_name',
  'procedure_name',
  'procedure_code',
  'state',
  'outcome',
  'task',
  'step_name',
  'due_at',
  'step_due_at',
  'clock',
  'held_since',
  'holder_account_id',
  'received_at',
  'updated_at',
] as const;

function work(q: Queries, filter: Omit<WorkFilter, 'group' | 'procedureCode'>) {
  return q
    .selectFrom('dossiers.dossier')
    .where('holder_office_id', 'in', filter.officeIds.length ? filter.officeIds : [NOBODY])
    .where('state', 'in', openStates)
    .where('task', 'in', filter.tasks.length ? filter.tasks : ['none'])
    .where((eb) =>
      eb.or([eb('holder_account_id', 'is', null), eb('holder_account_id', '=', filter.accountId)]),
    );
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
const endOfDay = (now: Instant) => `${now.slice(0, 10)}T23:59:59+07:00` as Instant;

/** My work, most urgent first; stopped clocks last. Keyset: `after` is the last line of the page before. */
export async function listWork(
  q: Queries,
  filter: WorkFilter,
  page: {
    readonly limit: number;
    readonly after: { readonly dueAt: Instant | null; readonly id: string } | null;
  },
): Promise<DossierLine[]> {
  let query = work(q, filter);
  if (filter.group === 'late') query = query.where('due_at', '<', filter.now);
  if (filter.group === 'today')
    query = query.where('due_at', '>=', filter.now).where('due_at', '<=', endOfDay(filter.now));
  if (filter.group === 'new') query = query.where('task', 'in', ['review', 'confirm-receipt', 'start']);
  if (filter.group === 'stopped') query = query.where('clock', '=', 'stopped');
  if (filter.procedureCode) query = query.where('procedure_code', '=', filter.procedureCode);
  const { after } = page;
  if (after?.dueAt) {
    const { dueAt, id } = after;
    query = query.where((eb) =>
      eb.or([
        eb('due_at', '>', dueAt),
        eb('due_at', 'is', null),
        eb.and([eb('due_at', '=', dueAt), eb('id', '>', id)]),
      ]),
    );
  } else if (after) query = query.where('due_at', 'is', null).where('id', '>', after.id);
  const rows = await query
    .select(columns)
    .orderBy('due_at', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(lineOf);
}

export type WorkCounts = Readonly<Record<WorkGroup, number>>;

export async function countWork(
  q: Queries,
  filter: Omit<WorkFilter, 'group' | 'procedureCode'>,
): Promise<WorkCounts> {
  const row = await work(q, filter)
    .select((eb) => {
      const number = (condition: ReturnType<typeof eb> | null) => {
        const all = eb.fn.countAll<number>();
        return eb.cast<number>(condition ? all.filterWhere(condition) : all, 'integer');
      };
      return [
        number(null).as('all'),
        number(eb('due_at', '<', filter.now)).as('late'),
        number(
          eb.and([eb('due_at', '>=', filter.now), eb('due_at', '<=', endOfDay(filter.now))]) as never,
        ).as('today'),
        number(eb('task', 'in', ['review', 'confirm-receipt', 'start'])).as('new'),
        number(eb('clock', '=', 'stopped')).as('stopped'),
      ];
    })
    .executeTakeFirstOrThrow();
  return row;
}

interface SearchKeys {
  readonly folded: string;
  readonly number: string | null;
  readonly idHash: Uint8Array | null;
}

interface Readable {
  readonly officeIds: readonly string[];
  readonly agencyIds: readonly string[];
}

/** Dossiers a person may read, found by folded name, number, or the keyed hash of an identity number. */
export async function searchDossiers(
  q: Queries,
  where: Readable,
  by: SearchKeys,
  limit: number,
): Promise<DossierLine[]> {
  const rows = await readable(q, where)
    .where((eb) => {
      const found = [];
      if (by.folded) found.push(eb('applicant_folded', 'like', `%${by.folded.replace(/[\\%_]/g, '\\$&')}%`));
      for (const column of by.number ? (['number', 'short_number', 'reference'] as const) : [])
        found.push(eb(column, '=', by.number));
      if (by.idHash) {
        const parties = eb.selectFrom('dossiers.party').where('id_hash', '=', Buffer.from(by.idHash));
        found.push(eb('id', 'in', parties.select('dossier_id')));
      }
      return eb.or(found);
    })
    .select(columns)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(lineOf);
}

function readable(q: Queries, { officeIds, agencyIds }: Readable) {
  const offices = officeIds.length ? officeIds : [NOBODY];
  return q
    .selectFrom('dossiers.dossier')
    .where((eb) =>
      eb.or([
        eb('agency_id', 'in', agencyIds.length ? agencyIds : [NOBODY]),
        eb('intake_office_id', 'in', offices),
        eb.exists(
          eb
            .selectFrom('dossiers.involved_office as i')
            .whereRef('i.dossier_id', '=', 'dossiers.dossier.id')
            .where('i.office_id', 'in', offices)
            .select('i.office_id'),
        ),
      ]),
    );
}

type Row = { [C in (typeof columns)[number]]: unknown };

function lineOf(row: Row): DossierLine {
  return {
    id: row.id,
    name: row.number ?? row.reference,
    shortNumber: row.short_number,
    applicantName: row.applicant_name,
    procedureName: row.procedure_name,
    procedureCode: row.procedure_code,
    state: row.state,
    outcome: row.outcome,
    task: row.task,
    stepName: row.step_name,
    dueAt: row.due_at,
    stepDueAt: row.step_due_at,
    clock: row.clock,
    heldSince: row.held_since,
    holderAccountId: row.holder_account_id,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
  } as DossierLine;
}
