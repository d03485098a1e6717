import { record } from '#modules/audit/index.ts';
import {
  findClockEffects,
  findCommitment,
  findProcedure,
  findProcedureVersion,
} from '#modules/catalogue/index.ts';
import {
  freezePaper,
  listPaperDigests,
  nextRegisterNumber,
  signResult,
  voidPaper,
} from '#modules/documents/index.ts';
import {
  findInForceWithAgency,
  findLeadership,
  findOutsideOffice,
  findSection,
  getOffice,
  listPeopleOfOffice,
} from '#modules/identity/index.ts';
import { processFor } from '#modules/workflow/index.ts';
import { findBegun, insertDoneCommand } from '../store/done-commands.ts';
import { findForUpdate, insertDossier, saveEvents } from '../store/dossiers.ts';
import { lockDraft } from '../store/draft-lock.ts';
import { takeKeptScans } from '../store/kept-scans.ts';
import { nextNumberOfDay } from '../store/numbers.ts';

/**
 * All that the commands of a dossier ask of a database. Handed in, so that a demo's half-year is made by the very
 * same commands over a store in memory (`../memory/`), and a test compares what both write.
 */
export const sqlStores = {
  ...{ findForUpdate, findBegun, insertDossier, saveEvents, insertDoneCommand },
  ...{ lockDraft, takeKeptScans, nextNumberOfDay },
  ...{ freezePaper, voidPaper, listPaperDigests, nextRegisterNumber, signResult },
  ...{ getOffice, findInForceWithAgency, findLeadership, findSection, findOutsideOffice, listPeopleOfOffice },
  ...{ findProcedure, findProcedureVersion, findClockEffects, findCommitment, processFor, record },
};

export type Stores = typeof sqlStores;
