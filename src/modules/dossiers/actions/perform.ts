import { type Actor, type HeldPost, postsOf } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import { domainEvent } from '#kernel/domain-event.ts';
import type { Instant } from '#kernel/instant.ts';
import { accepted, type Outcome, type Refused, refused } from '#kernel/refusal.ts';
import { inTransaction, type Tx } from '#platform/db/database.ts';
import { passing } from '#platform/passing.ts';
import { mayCommand, mayRead } from '../rules/access.ts';
import type { Inputs, LaterCommand } from '../rules/command.ts';
import { decide } from '../rules/decide.ts';
import { type Dossier, isAsSeen } from '../rules/dossier.ts';
import type { EventType, NewEvent } from '../rules/event.ts';
import { standingOn, standsAsSeen } from '../rules/instead.ts';
import { type FoundCommand, isPressUsed } from '../store/done-commands.ts';
import type { LoadedDossier, LockedDossier } from '../store/dossiers.ts';
import { auditPost } from './audit-post.ts';
import type { Done, DossierDeps, Press, PressOnDossier } from './deps.ts';
import { sealPapers } from './seal-papers.ts';

/** Carries a refusal out of a transaction that must be rolled back. */
export class RolledBack extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.refusal.code);
    this.refusal = refusal;
  }
}

export async function orRefusal<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    if (isPressUsed(error)) return refused('dossiers/press-used');
    throw error;
  }
}

/** `post`: by which this person gives the command. `now`: legal time, the one moment of this press. */
type Prepare<C extends LaterCommand> = (
  tx: Tx,
  dossier: Dossier,
  post: HeldPost,
  now: Instant,
) => Promise<Outcome<Inputs[C]>>;

/**
 * The way of every command on a dossier that is there: lock, may this person see it, was it done already, has
 * somebody been faster, may this person do it now, prepare (papers, numbers), decide, save, publish, audit.
 */
export function perform<C extends LaterCommand>(
  deps: DossierDeps,
  press: PressOnDossier,
  command: C,
  prepare: Prepare<C>,
): Promise<Outcome<Done>> {
  return performAnd(deps, press, command, prepare, async () => {});
}

/** The same, with something more in the transaction once the history has been written. */
export function performAnd<C extends LaterCommand>(
  deps: DossierDeps,
  press: PressOnDossier,
  command: C,
  prepare: Prepare<C>,
  afterwards: (tx: Tx, before: LoadedDossier, now: Instant, after: Dossier) => Promise<void>,
): Promise<Outcome<Done>> {
  return orRefusal<Done>(
    inTransaction<Outcome<Done>>(deps.db, (tx) =>
      performIn(tx, deps, { press, command, prepare, afterwards }),
    ),
  );
}

interface Work<C extends LaterCommand> {
  readonly press: PressOnDossier;
  readonly command: C;
  readonly prepare: Prepare<C>;
  readonly afterwards?: (tx: Tx, before: LoadedDossier, now: Instant, after: Dossier) => Promise<void>;
}

/** The same in a transaction that does more: a refusal is given back or thrown, the caller rolls back. */
export async function performIn<C extends LaterCommand>(
  tx: Tx,
  deps: DossierDeps,
  { press, command, prepare, afterwards }: Work<C>,
): Promise<Outcome<Done>> {
  const found = await findFor(tx, deps, press);
  if (!found.ok) return found;
  passing('dossiers/locked');
  const { done, dossier } = found.value;
  if (done) return doneBefore(done, press, command, dossier);
  const now = deps.clock.now(); // once the row is locked: history is in the order of its moments
  const events = await decided(tx, { press, command, prepare, now }, dossier);
  if (!events.ok) throw new RolledBack(events);
  const after = await save(tx, deps, press, command, found.value, events.value);
  await afterwards?.(tx, found.value, now, after);
  return accepted({ number: press.number, repeated: false });
}

/** Who may not see a dossier is told that there is none; the attempt is logged. */
export async function findFor(
  tx: Tx,
  deps: DossierDeps,
  press: Pick<PressOnDossier, 'actor' | 'number' | 'origin' | 'key'>,
): Promise<Outcome<LockedDossier>> {
  const found = await deps.stores.findForUpdate(tx, press.number, press.key, deps);
  if (found && mayRead(press.actor, { ...found.dossier.filing, involvedOfficeIds: found.involvedOfficeIds }))
    return accepted(found);
  await deps.stores.record(tx, {
    ...press.origin,
    action: 'dossiers/act',
    ...auditPost(press.actor, press.actor.posts[0]),
    subject: { kind: 'dossier', id: found ? (found.dossier.number ?? found.dossier.reference) : 'unknown' },
    result: 'refused',
    reason: 'dossiers/not-found',
  });
  return refused('dossiers/not-found');
}

/** The same press again is answered with what it did; its key on anything else is no press of its own. */
function doneBefore(
  done: FoundCommand,
  press: PressOnDossier,
  command: string,
  dossier: Dossier,
): Outcome<Done> {
  const same =
    done.command === command && done.dossierId === dossier.id && done.accountId === press.actor.accountId;
  return same ? accepted({ number: done.number, repeated: true }) : refused('dossiers/press-used');
}

interface Deciding<C extends LaterCommand> {
  readonly press: PressOnDossier;
  readonly command: C;
  readonly prepare: Prepare<C>;
  readonly now: Instant;
}

async function decided<C extends LaterCommand>(
  tx: Tx,
  { press, command, prepare, now }: Deciding<C>,
  dossier: Dossier,
): Promise<Outcome<readonly NewEvent[]>> {
  if (!isAsSeen(dossier, press.seenSeq))
    return refused('dossiers/changed-meanwhile', { seen: press.seenSeq });
  const actor = standingOn(press.actor, dateOf(now));
  if (!standsAsSeen(actor, press.seenStandsIn)) return refused('dossiers/stand-in-ended', { command });
  const may = mayCommand(dossier, command, actor);
  if (!may.ok) return may;
  const input = await prepare(tx, dossier, may.value, now);
  if (!input.ok) return input;
  return decide(dossier, command, input.value, { now, actor });
}

async function save(
  tx: Tx,
  deps: DossierDeps,
  press: PressOnDossier,
  command: string,
  found: LoadedDossier,
  decided: readonly NewEvent[],
): Promise<Dossier> {
  const events = await sealPapers(tx, deps, found.dossier.id, found.dossier, decided);
  const after = await deps.stores.saveEvents(tx, found, events, deps);
  await finishPress(tx, deps, press, command, { before: found.dossier, after, events });
  return after;
}

/** What a press did: the dossier before and after, and the events between. */
export interface Step {
  readonly before: Dossier | null;
  readonly after: Dossier;
  readonly events: readonly NewEvent[];
}

/** What every carried-out press leaves behind besides the history. */
export async function finishPress(
  tx: Tx,
  deps: DossierDeps,
  press: Pick<Press, 'origin' | 'key'> & { readonly actor: Actor | null },
  command: string,
  { before, after: dossier, events }: Step,
): Promise<void> {
  const { actor } = press;
  const accountId = actor?.accountId ?? null;
  const { id: dossierId, reference, number, updatedAt: at } = dossier;
  await deps.stores.insertDoneCommand(tx, { key: press.key, dossierId, command, accountId, at });
  passing('dossiers/press-noted');
  const paperIds = dossier.paperIds.slice(before?.paperIds.length ?? 0);
  for (const event of events)
    await deps.publish(
      tx,
      domainEvent(toldAs(dossier, event.type), event.at, { dossierId, reference, number, paperIds }),
    );
  passing('dossiers/published');
  await deps.stores.record(tx, {
    ...press.origin,
    action: `dossiers/${command}`,
    ...(actor ? auditPost(actor, postOf(actor, events)) : {}),
    subject: { kind: 'dossier', id: dossier.number ?? dossier.reference },
    result: 'allowed',
  });
}

/**
 * What happens to a training dossier is told under a name of its own (`dossiers/training-decided`): whoever
 * reacts to real dossiers, with money, books or notices, never hears of it.
 */
export function toldAs({ training }: Pick<Dossier, 'training'>, type: EventType): string {
  return training ? `dossiers/training-${type}` : `dossiers/${type}`;
}

/** The post that the history names. */
function postOf(actor: Actor, [event]: readonly NewEvent[]): HeldPost | undefined {
  const id = event?.body.instead?.id;
  return postsOf(actor).find((post) => post.officeId === event?.by.officeId && post.insteadOf?.id === id);
}
