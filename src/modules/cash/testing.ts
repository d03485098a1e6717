import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { listRegisterEntries } from '#modules/documents/index.ts';
import { accept, readDossier } from '#modules/dossiers/index.ts';
import {
  aBeginPress,
  aFilingInput,
  anOfficeOfChauThanh,
  anOrigin,
} from '#modules/dossiers/testing-office.ts';
import type { TestDatabase } from '#platform/db/testing.ts';
import type { closeList } from './actions/close-list.ts';
import { sqlCashStores } from './actions/stores.ts';
import { takeAtAcceptance } from './actions/take-at-acceptance.ts';
import type { CashDeps } from './deps.ts';
import type { Charge, ChargeLine } from './rules/charge.ts';
import { listUnsettledOf } from './store/lists.ts';
import { listMovementsOfList } from './store/movements.ts';
import { listPaymentsOf, type Payment } from './store/payments.ts';

export function aLine(change: Partial<ChargeLine> = {}): ChargeLine {
  return {
    what: 'lần',
    quantity: 1,
    sets: 1,
    unit: 100_000,
    full: 100_000,
    exempted: 0,
    due: 100_000,
    basis: 'Nghị quyết 06/2020/NQ-HĐND ngày 10/07/2020 của HĐND tỉnh Đồng Tháp',
    ...change,
  };
}

export function aCharge(change: Partial<Charge> = {}): Charge {
  return { lines: [aLine()], exemption: null, way: 'cash', ...change };
}

/** The one-stop of huyện Châu Thành with its drawers, on a real database. */
export async function aDrawer(db: TestDatabase) {
  const office = await anOfficeOfChauThanh(db);
  const oneStop = office.office('Bộ phận Tiếp nhận và Trả kết quả huyện Châu Thành');
  const deps: CashDeps = { ...office.deps, cashKey: office.deps.random.bytes(32), cashStores: sqlCashStores };
  const procedure = await office.procedure('1.001612');
  const head = await office.actorOf(oneStop, 'one-stop-head');
  const officers = await Promise.all([0, 1, 2].map((n) => office.actorOf(oneStop, 'reception-officer', n)));
  const [clerk, colleague] = officers.filter((one) => one.accountId !== head.accountId);
  if (!clerk || !colleague) throw new Error('two clerks are needed');
  const take = async (charge: Charge = aCharge(), actor: Actor = clerk) => {
    const number = await acceptWith(deps, { actor, oneStop, procedure, charge });
    return { number, payment: await onlyPayment(deps, actor, number) };
  };
  return {
    ...office,
    deps,
    oneStop,
    clerk,
    take,
    colleague,
    head,
    paymentOf: (number: string) => onlyPayment(deps, clerk, number),
    /** Of today, whatever their state but confirmed. */
    lists: (actor: Actor = clerk) => listsOfToday(deps, actor),
    movements: async (actor: Actor = clerk) => {
      const open = (await listsOfToday(deps, actor)).find((one) => one.state === 'open');
      return open ? listMovementsOfList(db.app, open.id) : [];
    },
    receipts: () => {
      const year = Number(dateOf(deps.clock.now()).slice(0, 4));
      return listRegisterEntries(db.app, { officeId: oneStop.id, register: 'cash-receipt', year }, 0, 1000);
    },
  };
}

export type Drawer = Awaited<ReturnType<typeof aDrawer>>;

async function listsOfToday({ db, clock }: CashDeps, { accountId }: Actor) {
  const today = dateOf(clock.now());
  return (await listUnsettledOf(db, accountId)).filter((list) => list.day === today);
}

interface ToAccept {
  readonly actor: Actor;
  readonly oneStop: Parameters<typeof aFilingInput>[1];
  readonly procedure: Parameters<typeof aFilingInput>[0];
  readonly charge: Charge;
}

/** Accepts a dossier as reception does: the money in the same transaction. */
async function acceptWith(deps: CashDeps, { actor, oneStop, procedure, charge }: ToAccept): Promise<string> {
  const office = { officeId: oneStop.id, agencyId: oneStop.agencyId };
  const accepting: CashDeps = {
    ...deps,
    publish: async (tx, { type, payload }) => {
      if (type !== 'dossiers/accepted') return;
      const { dossierId, number } = payload as { dossierId: string; number: string };
      const payer = { name: 'Huỳnh Thị Mỹ Duyên', address: 'Ấp Tân Bình' };
      const about = { dossierId, number, ...office, procedure, payer };
      await takeAtAcceptance(tx, deps, { actor, origin: anOrigin() }, about, charge);
    },
  };
  const done = await accept(accepting, aBeginPress(actor, aFilingInput(procedure, oneStop)));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.number;
}

async function onlyPayment(deps: CashDeps, actor: Actor, number: string): Promise<Payment> {
  const read = await readDossier(deps, { actor, origin: anOrigin() }, number);
  if (!read.ok) throw new Error(read.refusal.code);
  const [payment] = await listPaymentsOf(deps.db, read.value.dossier.id);
  if (!payment) throw new Error('no payment');
  return payment;
}

export function aMoneyPress(actor: Actor, number: string, { id }: Pick<Payment, 'id'>) {
  return { actor, origin: anOrigin(), key: crypto.randomUUID(), number, paymentId: id };
}

/** Counted as one fee of 100.000 đ in cash, on today's open list. */
export async function aClosePress(
  drawer: Drawer,
  change: Partial<Parameters<typeof closeList>[1]> = {},
): Promise<Parameters<typeof closeList>[1]> {
  const open = (await drawer.lists()).find((list) => list.state === 'open');
  return {
    actor: drawer.clerk,
    origin: anOrigin(),
    key: crypto.randomUUID(),
    listId: open?.id ?? '00000000-0000-7000-8000-000000000000',
    seen: (await drawer.movements()).length,
    count: { cash: 100_000, transfer: 0 },
    pieces: null,
    explanation: '',
    ...change,
  };
}
