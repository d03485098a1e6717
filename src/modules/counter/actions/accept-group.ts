import { dateOf } from '#kernel/civil-date.ts';
import { accepted, refused } from '#kernel/refusal.ts';
import type { Charge } from '#modules/cash/index.ts';
import { accept, acceptAmong, type Dossier, type Party } from '#modules/dossiers/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CounterDeps } from '../deps.ts';
import type { Fields } from '../rules/fields.ts';
import { Problems } from '../rules/problems.ts';
import { readDraft } from '../rules/read-draft.ts';
import { readRows } from '../rules/read-group.ts';
import type { By } from './by.ts';
import { type Finished, pressOf } from './finish-draft.ts';
import { type OpenedDraft, openDraft } from './open-draft.ts';
import { settlingOf } from './settle-draft.ts';
import { takeFee } from './take-fee.ts';

/**
 * Accepts what the draft says for its person and for each person of the rows: dossiers of their own with number,
 * receipt, due date and fee, in one transaction; all or none. The draft is the key: pressed again it finds them.
 */
export async function acceptGroup(
  deps: CounterDeps,
  by: By,
  draftId: string,
  rows: Fields,
): Promise<Finished> {
  const opened = await openDraft(deps, by.actor, draftId);
  if (!opened) return { kind: 'not-found' };
  const { draft, offer, files } = opened;
  if (draft.dossier !== null) return { kind: 'done', dossier: draft.dossier };
  const today = dateOf(deps.clock.now());
  const read = readDraft({ fields: draft.fields, offer, files, today, need: 'all' });
  const problems = new Problems();
  const others = readRows(rows, { ...firstOf(read.filing.personal.applicants), today }, problems);
  if (others.length === 0) problems.add('rows.0.name', 'counter/nobody-in-group');
  const all = [...read.problems, ...problems.list];
  if (all.length > 0) return { kind: 'problems', problems: all };
  const unfit = unfitFor(opened, read.charge);
  if (unfit) return { kind: 'problems', problems: [refused(unfit).refusal] };
  const press = { ...pressOf(by, opened, read.filing), groupId: draft.id };
  const settling = settlingOf(deps, by, opened);
  const done = await accept(deps, {
    ...press,
    beforehand: settling.beforehand,
    alongside: async (tx, dossier) => {
      await settling.end(tx, dossier);
      await takeFee(tx, deps, by, opened, dossier, read.charge);
      return acceptOthers(tx, deps, by, { opened, press, charge: read.charge, others });
    },
  });
  if (!done.ok) return { kind: 'problems', problems: [done.refusal] };
  return { kind: 'done', dossier: done.value.number };
}

/** What is one person's own does not go on to the others. */
function unfitFor({ draft }: OpenedDraft, { exemption }: Charge): string | null {
  if (draft.training || draft.existing) return 'counter/no-group-here';
  return exemption ? 'counter/exemption-in-group' : null;
}

interface Others {
  readonly opened: OpenedDraft;
  readonly press: ReturnType<typeof pressOf> & { readonly groupId: string };
  readonly charge: Charge;
  readonly others: readonly Party[];
}

/** Scans are the first person's: nobody else's paper is shown by them. */
async function acceptOthers(tx: Tx, deps: CounterDeps, by: By, { opened, press, charge, others }: Others) {
  const { personal } = press.input;
  const papers = personal.papers.map((paper) => ({ ...paper, files: [] }));
  for (const party of others) {
    const done = await acceptAmong(tx, deps, {
      ...press,
      key: deps.random.uuid(deps.machineMs()),
      input: { ...press.input, draftId: null, personal: { ...personal, papers, applicants: [party] } },
      alongside: async (within: Tx, dossier: Dossier) => {
        await takeFee(within, deps, by, opened, dossier, charge);
        return accepted(null);
      },
    });
    if (!done.ok) return done;
  }
  return accepted(null);
}

function firstOf(applicants: readonly Party[]) {
  const numbers = applicants.flatMap((party) =>
    party.kind === 'person' && party.idNumber ? [party.idNumber] : [],
  );
  return { address: applicants[0]?.address ?? '', numbers };
}
