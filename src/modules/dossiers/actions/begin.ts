import { holdsRole, postAt, postsWithRole } from '#kernel/actor.ts';
import { dossierReference, REFERENCE_BYTES, trainingReference } from '#kernel/dossier-number.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';

import { passing } from '#platform/passing.ts';
import type { AcceptFacts } from '../rules/command.ts';
import { type Dossier, isAsSeen } from '../rules/dossier.ts';
import type { NewEvent } from '../rules/event.ts';
import { transitions } from '../rules/transitions.ts';
import type { FoundCommand } from '../store/done-commands.ts';
import type { LoadedDossier } from '../store/dossiers.ts';
import { auditPost } from './audit-post.ts';
import type { Done, DossierDeps, Press } from './deps.ts';
import { findFor, finishPress, orRefusal, RolledBack } from './perform.ts';
import { type FilingInput, type PreparedFiling, prepareFiling } from './prepare-filing.ts';
import { sealPapers } from './seal-papers.ts';

/** A press that begins a dossier, or goes on with one that was submitted or sent back for correction. */
export interface BeginPress extends Press {
  readonly input: FilingInput;
  /** Begins a dossier to practise with. One that is there already stays what it is. */
  readonly training?: boolean;
  /** Of those accepted in one press. */
  readonly groupId?: string | undefined;
  readonly existing: { readonly number: string; readonly seenSeq: number } | null;
  /**
   * What the caller asks in the transaction before the dossier is made; nothing is made where it refuses. A press
   * that was carried out before does not come here again.
   */
  readonly beforehand?: (tx: Tx) => Promise<Outcome<null>>;
  /**
   * What the caller does in the transaction that makes the dossier, once it stands: both or neither. A refusal
   * undoes everything; a press that was carried out before does not come here again.
   */
  readonly alongside?: (tx: Tx, dossier: Dossier) => Promise<Outcome<null>>;
}

/** What the four beginnings know when they decide. */
export interface Beginning {
  readonly id: string;
  readonly now: Instant;
  readonly prepared: PreparedFiling;
  readonly dossier: Dossier | null;
  readonly facts: AcceptFacts;
}

type BeginCommand = 'submit' | 'accept' | 'ask-for-correction' | 'not-accept';
type Make = (tx: Tx, beginning: Beginning) => Promise<Outcome<readonly NewEvent[]>>;

/** One draft makes one dossier: a second press, a reload or a lost answer finds the first. */
export function begin(
  deps: DossierDeps,
  press: BeginPress,
  command: BeginCommand,
  make: Make,
): Promise<Outcome<Done>> {
  return orRefusal<Done>(
    inTransaction<Outcome<Done>>(deps.db, (tx) => beginIn(tx, deps, press, command, make)),
  );
}

/** The same in a transaction that does more; a refusal is given back or thrown, the caller rolls back. */
export async function beginIn(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  command: BeginCommand,
  make: Make,
): Promise<Outcome<Done>> {
  await deps.stores.lockDraft(tx, press.input.draftId ?? press.key);
  passing('dossiers/draft-locked');
  const done = await doneBefore(tx, deps, press, command);
  if (done) return done;
  const existing = await loadExisting(tx, deps, press);
  if (!existing.ok) return existing;
  const beginning = await prepare(tx, deps, press, command, existing.value);
  if (!beginning.ok) return beginning;
  const asked = await press.beforehand?.(tx);
  if (asked && !asked.ok) return asked;
  const events = await make(tx, beginning.value);
  if (!events.ok) throw new RolledBack(events);
  const before = existing.value?.dossier ?? null;
  const sealed = await sealPapers(tx, deps, beginning.value.id, before, events.value);
  const dossier = await write(tx, deps, beginning.value, existing.value, sealed);
  const settled = await press.alongside?.(tx, dossier);
  if (settled && !settled.ok) throw new RolledBack(settled);
  await finishPress(tx, deps, press, command, { before, after: dossier, events: sealed });
  return accepted({ number: dossier.number ?? dossier.reference, repeated: false });
}

async function doneBefore(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  command: BeginCommand,
): Promise<Outcome<Done> | undefined> {
  const { done, made } = await deps.stores.findBegun(tx, press.key, press.input.draftId);
  if (done && !isOf(done, press, command)) return refused('dossiers/press-used');
  const found = done ?? made;
  return found && accepted({ number: found.number, repeated: true });
}

/** A draft is its office's: whoever presses again finishes what a colleague began. Without one it is a person's. */
function isOf(done: FoundCommand, { actor, input, existing }: BeginPress, command: BeginCommand): boolean {
  if (done.command !== command) return false;
  if (!input.draftId && done.accountId !== actor.accountId) return false;
  if (existing) return [done.number, done.reference].includes(existing.number);
  return !input.draftId || done.draftId === input.draftId;
}

async function loadExisting(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
): Promise<Outcome<LoadedDossier | null>> {
  if (!press.existing) return accepted(null);
  const found = await findFor(tx, deps, { ...press, number: press.existing.number });
  if (!found.ok) return found;
  const { seenSeq } = press.existing;
  if (!isAsSeen(found.value.dossier, seenSeq))
    return refused('dossiers/changed-meanwhile', { seen: seenSeq });
  return found;
}

async function prepare(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  command: BeginCommand,
  existing: LoadedDossier | null,
): Promise<Outcome<Beginning>> {
  const now = deps.clock.now();
  const { actor, input } = press;
  const { roles } = transitions[command];
  const here = postsWithRole(actor, roles).some(({ officeId }) => officeId === input.oneStopId);
  if (!here) return refuseStranger(tx, deps, press, command);
  const prepared = await prepareFiling(tx, deps, input, now);
  if (!prepared.ok) return prepared;
  const { procedure } = prepared.value.filing;
  if (!postAt(actor, roles, input.oneStopId, procedure)) return refuseStranger(tx, deps, press, command);
  const dossier = existing?.dossier ?? null;
  const training = dossier?.training ?? press.training ?? false;
  const newReference = training ? trainingReference : dossierReference;
  const facts: AcceptFacts = {
    now,
    actor: press.actor,
    filing: prepared.value.filing,
    personal: press.input.personal,
    reference: dossier?.reference ?? newReference(deps.random.bytes(REFERENCE_BYTES)),
    training,
    groupId: press.groupId,
    draftId: dossier?.draftId ?? press.input.draftId,
  };
  const id = dossier?.id ?? deps.random.uuid(deps.machineMs());
  return accepted({ id, now, prepared: prepared.value, dossier, facts });
}

async function refuseStranger(
  tx: Tx,
  deps: DossierDeps,
  press: BeginPress,
  command: BeginCommand,
): Promise<Outcome<Beginning>> {
  const code = holdsRole(press.actor, transitions[command].roles)
    ? 'dossiers/not-this-office'
    : 'dossiers/not-your-post';
  await deps.stores.record(tx, {
    ...press.origin,
    action: `dossiers/${command}`,
    ...auditPost(press.actor, press.actor.posts[0]),
    result: 'refused',
    reason: code,
  });
  return refused(code, { command });
}

function write(
  tx: Tx,
  deps: DossierDeps,
  { id }: Beginning,
  existing: LoadedDossier | null,
  events: readonly NewEvent[],
): Promise<Dossier> {
  return existing
    ? deps.stores.saveEvents(tx, existing, events, deps)
    : deps.stores.insertDossier(tx, id, events, deps);
}
