import { listFeeExemptions } from '#modules/catalogue/index.ts';
import { readDossier } from '#modules/dossiers/index.ts';
import { findListForUpdate, listUnsettledOf } from '../store/lists.ts';
import { insertMovement, listMovementsOfList, movedBy } from '../store/movements.ts';
import { insertNote } from '../store/notes.ts';
import { openListFor } from '../store/open-list.ts';
import {
  findPaymentForUpdate,
  insertPayment,
  listPaymentsOf,
  updateGivenBack,
  updatePayment,
} from '../store/payments.ts';
import { closeRow, confirmRow } from '../store/settle-list.ts';

/**
 * What taking money and settling a day ask of a database beside what a dossier asks: handed in, so that the money of
 * an invented half-year moves by the very same actions (docs/decisions/0019).
 */
export const sqlCashStores = {
  ...{ insertPayment, findPaymentForUpdate, listPaymentsOf, updatePayment, updateGivenBack },
  ...{ openListFor, findListForUpdate, listUnsettledOf, closeRow, confirmRow },
  ...{ insertMovement, listMovementsOfList, movedBy, insertNote, listFeeExemptions, readDossier },
};

export type CashStores = typeof sqlCashStores;
