import { sql } from 'kysely';
import type { Instant } from '#kernel/instant.ts';
import type { Queries } from '#platform/db/database.ts';
import { openStates, type State, stillClocks, type Task } from '../rules/dossier.ts';
import type { ReturnMethod } from '../rules/filing.ts';
import type { ListCursor } from '../rules/list-cursor.ts';
import type { ListSort, SortedPlace } from '../rules/list-sort.ts';
import type { Risk } from '../rules/risk.ts';
import { minuteOf, overdueAt } from './overdue.ts';
import { REAL } from './real-dossiers.ts';
import { RISK_OF_D, type RiskColumns, riskColumns, riskOf } from './risks.ts';
import { beyondPlace, orderOf } from './sorted.ts';
import { due, endOfDay, isAfter, rankAt } from './work-order.ts';

/** A line of a list: what the row has, nothing opened. */
export interface DossierLine {
  readonly id: string;
  /** Length of its history. */
  readonly seq: number;
  readonly name: string;
  readonly training: boolean;
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
  /** The one-stop whose calendar the due date was reckoned by. */
  readonly intakeOfficeId: string;
  readonly returnMethod: ReturnMethod;
  /** Since when there is a result, or since it ended without one. */
  readonly endedAt: Instant | null;
  /** Lists of work only; null: not judged. */
  readonly risk?: Risk | null;
}

/** A page of a list in an order that was chosen; the place is the last line of the page before. */
export interface SortedPage {
  readonly limit: number;
  readonly sort: ListSort;
  readonly place: SortedPlace | null;
}

export const workGroups = ['all', 'late', 'today', 'new', 'waiting', 'stopped'] as const;
const newTasks: readonly Task[] = ['review', 'confirm-receipt', 'start'];
/** The citizen has to do something first. */
const waitingTasks: readonly Task[] = ['await-correction', 'await-supplement', 'await-payment', 'hand-over'];
export type WorkGroup = (typeof workGroups)[number];

export interface WorkFilter {
  /** Offices whose work this person does. */
  readonly officeIds: readonly string[];
  readonly accountId: string;
  /** Offices that this person leads: also what somebody else there holds, and nobody does while they are away. */
  readonly ledOfficeIds: readonly string[];
  /** Of somebody who is away: only what they hold themselves, where the rest is the substitute's own work anyway. */
  readonly onlyHeld?: boolean;
  /** Fields and procedure codes of a delegation; empty or left out: all. */
  readonly matters?: readonly string[];
  /** Tasks that the person's posts can do something about. */
  readonly tasks: readonly Task[];
  readonly group: WorkGroup;
  readonly procedureCode: string | null;
  readonly now: Instant;
}

export const columns = [
  'id',
  'head_seq',
  'number',
  'reference',
  'training',
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
  'intake_office_id',
  'return_method',
  'ended_at',
] as const;

function work(q: Queries, filter: Omit<WorkFilter, 'group' | 'procedureCode'>) {
  const { matters = [] } = filter;
  return q
    .selectFrom(REAL.as('d'))
    .$if(matters.length > 0, (query) =>
      query.where((eb) =>
        eb.or([
          eb('procedure_code', 'in', matters),
          eb(
            sql`lower(field)`,
            'in',
            matters.map((one) => one.toLocaleLowerCase('vi')),
          ),
        ]),
      ),
    )
    .where('holder_office_id', 'in', filter.officeIds.length ? filter.officeIds : [NOBODY])
    .where('state', 'in', openStates)
    .where('task', 'in', filter.tasks.length ? filter.tasks : ['none'])
    .where((eb) =>
      eb.or([
        ...(filter.onlyHeld ? [] : [eb('holder_account_id', 'is', null)]),
        eb('holder_account_id', '=', filter.accountId),
        eb('holder_office_id', 'in', filter.ledOfficeIds.length ? filter.ledOfficeIds : [NOBODY]),
      ]),
    );
}

export const NOBODY = '00000000-0000-0000-0000-000000000000';
/** My work, most urgent first (`workRank`); stopped clocks last. Keyset: `after` is the last line of the page before. */
export async function listWork(
  q: Queries,
  filter: WorkFilter,
  page: {
    readonly limit: number;
    readonly after: ListCursor | null;
  },
): Promise<DossierLine[]> {
  let query = judgedWork(q, filter);
  if (page.after) query = query.where(isAfter(page.after, filter.now));
  const rows = await query
    .select(columns)
    .orderBy(rankAt(filter.now))
    .orderBy(due)
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(judgedLine);
}

/** The same lines in an order that was chosen. */
export async function listWorkSorted(
  q: Queries,
  filter: WorkFilter,
  { sort, place, limit }: SortedPage,
): Promise<DossierLine[]> {
  let query = judgedWork(q, filter);
  if (place) query = query.where(beyondPlace(sort, place));
  const rows = await query.select(columns).orderBy(orderOf(sort)).limit(limit).execute();
  return rows.map(judgedLine);
}

/** With the risk beside each: an office's open work is short enough to look each of it up. */
function judgedWork(q: Queries, filter: WorkFilter) {
  return workOfGroup(q, filter)
    .leftJoinLateral(RISK_OF_D.as('r'), (join) => join.onTrue())
    .select(riskColumns);
}

const judgedLine = (row: Row & RiskColumns): DossierLine => ({ ...lineOf(row), risk: riskOf(row) });

function workOfGroup(q: Queries, filter: WorkFilter) {
  let query = work(q, filter);
  if (filter.group === 'late') query = query.where(overdueAt(filter.now));
  if (filter.group === 'today')
    query = query
      .where('clock', '=', 'running')
      .where('due_at', '>=', minuteOf(filter.now))
      .where('due_at', '<=', endOfDay(filter.now));
  if (filter.group === 'new') query = query.where('task', 'in', newTasks);
  if (filter.group === 'waiting') query = query.where('task', 'in', waitingTasks);
  if (filter.group === 'stopped') query = query.where('clock', 'in', stillClocks);
  if (filter.procedureCode) query = query.where('procedure_code', '=', filter.procedureCode);
  return query;
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
        number(overdueAt(filter.now) as never).as('late'),
        number(
          eb.and([
            eb('clock', '=', 'running'),
            eb('due_at', '>=', minuteOf(filter.now)),
            eb('due_at', '<=', endOfDay(filter.now)),
          ]) as never,
        ).as('today'),
        number(eb('task', 'in', newTasks)).as('new'),
        number(eb('task', 'in', waitingTasks)).as('waiting'),
        number(eb('clock', 'in', stillClocks)).as('stopped'),
      ];
    })
    .executeTakeFirstOrThrow();
  return row;
}

/** Procedures of my work: the choices of its filter. */
export async function listWorkProcedures(
  q: Queries,
  filter: Omit<WorkFilter, 'group' | 'procedureCode'>,
): Promise<ProcedureChoice[]> {
  return work(q, filter)
    .select(['procedure_code as code', (eb) => eb.fn.max('procedure_name').as('name')])
    .groupBy('procedure_code')
    .orderBy('name')
    .execute();
}

export interface ProcedureChoice {
  readonly code: string;
  readonly name: string;
}

type Row = { [C in (typeof columns)[number]]: unknown };

export function lineOf(row: Row): DossierLine {
  return {
    id: row.id,
    seq: row.head_seq,
    name: row.number ?? row.reference,
    training: row.training,
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
    intakeOfficeId: row.intake_office_id,
    returnMethod: row.return_method,
    endedAt: row.ended_at,
  } as DossierLine;
}
