import { listFeeExemptions } from '#modules/catalogue/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Table, Written } from '#platform/db/written.ts';
import type { CashStores } from '../actions/stores.ts';
import type { CashList } from '../store/lists.ts';
import { type Movement, type MovementOfList, movementRow } from '../store/movements.ts';
import { sealedNote } from '../store/notes.ts';
import { type ListOwner, openedList } from '../store/open-list.ts';
import {
  changedPayment,
  givenBackOf,
  type NewPayment,
  type Payment,
  type PaymentChange,
  paymentRow,
} from '../store/payments.ts';
import { closedList, confirmedList } from '../store/settle-list.ts';

/** What money writes, in the order in which rows may go in. */
export const cashTables = [
  'cash.note',
  'cash.payment',
  'cash.list',
  'cash.movement',
] as const satisfies readonly Table[];

/** Lists come as they stand at the end: a movement asks for an open one only while it is taken. */
export const cashTriggers = { 'cash.movement': 'list_takes' } as const;

/** The drawers of an invented time in memory: the rows that `sqlCashStores` would write. One press at a time. */
export class CashMemory {
  readonly #q: Queries;
  readonly #written: Written;
  readonly #payments = new Map<string, Payment>();
  readonly #ofDossier = new Map<string, string[]>();
  readonly #lists = new Map<string, CashList>();
  /** Of a clerk at an office on a day, the supplementary ones too. */
  readonly #ofDay = new Map<string, string[]>();
  readonly #ofClerk = new Map<string, Set<string>>();
  readonly #movements = new Map<string, MovementOfList[]>();
  #exemptions: ReturnType<CashStores['listFeeExemptions']> | undefined;

  constructor(q: Queries, written: Written) {
    this.#q = q;
    this.#written = written;
  }

  stores(readDossier: CashStores['readDossier']): CashStores {
    return {
      readDossier,
      listFeeExemptions: () => {
        this.#exemptions ??= listFeeExemptions(this.#q);
        return this.#exemptions;
      },
      insertPayment: async (_, payment) => this.#insertPayment(payment),
      findPaymentForUpdate: async (_, dossierId, id) => {
        const payment = this.#payments.get(id);
        return payment?.dossierId === dossierId ? payment : undefined;
      },
      listPaymentsOf: async (_, dossierId) =>
        (this.#ofDossier.get(dossierId) ?? []).map((id) => this.#payment(id)),
      updatePayment: async (_, id, change) => this.#updatePayment(id, change),
      updateGivenBack: async (_, id, given, at) => {
        const over = given.whole
          ? ({ state: 'given-back', receiptId: null, receiptNumber: null } as const)
          : {};
        this.#payments.set(id, { ...this.#payment(id), givenBack: given.givenBack, ...over });
        this.#written.change('cash.payment', id, givenBackOf(given, at));
      },
      openListFor: async (_, owner) => this.#openList(owner),
      findListForUpdate: async (_, id) => this.#lists.get(id),
      listUnsettledOf: async (_, accountId) =>
        [...(this.#ofClerk.get(accountId) ?? [])].map((id) => this.#list(id)),
      closeRow: async (_, id, closing) => {
        this.#lists.set(id, { ...this.#list(id), state: 'closed', closing });
        this.#written.change('cash.list', id, closedList(closing));
      },
      confirmRow: async (_, id, confirmation) => {
        const list = this.#list(id);
        this.#lists.set(id, { ...list, state: 'confirmed', confirmation });
        this.#ofClerk.get(list.accountId)?.delete(id);
        this.#written.change('cash.list', id, confirmedList(confirmation));
      },
      insertMovement: async (_, movement) => this.#insertMovement(movement),
      listMovementsOfList: async (_, listId) => this.#movements.get(listId) ?? [],
      movedBy: async () => undefined,
      insertNote: async (_, keys, text, dossierId) => {
        const note = sealedNote(keys, text, dossierId);
        if (note) this.#written.put('cash.note', note.id, note);
        return note?.id ?? null;
      },
    };
  }

  #payment(id: string): Payment {
    const payment = this.#payments.get(id);
    if (!payment) throw new Error(`no payment ${id}`);
    return payment;
  }

  #list(id: string): CashList {
    const list = this.#lists.get(id);
    if (!list) throw new Error(`no list ${id}`);
    return list;
  }

  #insertPayment(payment: NewPayment): boolean {
    const others = this.#ofDossier.get(payment.dossierId) ?? [];
    if (others.some((id) => this.#payment(id).source === payment.source)) return false;
    const untaken = { givenBack: 0, method: null, receiptId: null, receiptNumber: null, takenListId: null };
    this.#payments.set(payment.id, { ...payment, ...untaken });
    this.#ofDossier.set(payment.dossierId, [...others, payment.id]);
    this.#written.put('cash.payment', payment.id, { ...paymentRow(payment), given_back: 0 });
    return true;
  }

  #updatePayment(id: string, change: PaymentChange): void {
    const { method, receiptId, receiptNumber, listId: takenListId } = change.taken ?? nothingTaken;
    const payment = this.#payment(id);
    this.#payments.set(id, {
      ...payment,
      state: change.state,
      method,
      receiptId,
      receiptNumber,
      takenListId,
    });
    this.#written.change('cash.payment', id, changedPayment(change));
  }

  #openList(owner: ListOwner): CashList {
    const day = `${owner.officeId} ${owner.accountId} ${owner.day}`;
    const lists = this.#ofDay.get(day) ?? [];
    const open = lists.map((id) => this.#list(id)).find((one) => one.state === 'open');
    if (open) return open;
    const row = openedList(owner, lists.length + 1);
    const { id, officeId, officeName, accountId, clerkName, clerkTitle } = owner;
    const about = { id, officeId, officeName, accountId, clerkName, clerkTitle, day: owner.day };
    const list: CashList = {
      ...about,
      ...{ number: row.number, state: 'open', closing: null, confirmation: null },
    };
    this.#lists.set(id, list);
    this.#ofDay.set(day, [...lists, id]);
    this.#ofClerk.set(accountId, (this.#ofClerk.get(accountId) ?? new Set()).add(id));
    this.#written.put('cash.list', id, row);
    return list;
  }

  #insertMovement(movement: Movement): void {
    const { dossierNumber, procedureName } = this.#payment(movement.paymentId);
    const on = this.#movements.get(movement.listId) ?? [];
    this.#movements.set(movement.listId, [...on, { ...movement, dossierNumber, procedureName }]);
    this.#written.put('cash.movement', movement.id, movementRow(movement));
  }
}

const nothingTaken = { method: null, receiptId: null, receiptNumber: null, listId: null };
