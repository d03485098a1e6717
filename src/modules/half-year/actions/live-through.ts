import type { Actor } from '#kernel/actor.ts';
import { dateOf } from '#kernel/civil-date.ts';
import type { Instant } from '#kernel/instant.ts';
import { type Dossier, mayCommand, type Scripted, type ScriptedLater } from '#modules/dossiers/index.ts';
import { seededRandom } from '#platform/random/seeded.ts';
import { inventArrivals } from '../rules/arrivals.ts';
import { inventLife, type Life } from '../rules/life.ts';
import { Moments } from '../rules/moments.ts';
import { nextPress, type Planned } from '../rules/next-press.ts';
import { officeTimeAfter } from '../rules/office-time.ts';
import type { World } from '../rules/world.ts';
import type { ScanPool } from './invent-scans.ts';

/** Who writes what is pressed: the book in memory, or the real thing. */
export interface Player {
  /** Answers with the number, or the reference before there is one. */
  play(scripted: Scripted, seed: string): Promise<string>;
  dossierOf(name: string): Dossier | undefined | Promise<Dossier | undefined>;
}

/** Without a pool the dossiers carry no scans. */
interface HowMany {
  readonly size: number;
  readonly seed: number;
  readonly scans?: ScanPool;
}

export interface LivedThrough {
  readonly dossiers: number;
  readonly presses: number;
}

interface Waiting {
  readonly life: Life;
  readonly name: string | null;
  readonly planned: Planned | null;
  readonly presses: number;
}

/**
 * Lives through the half-year, press after press in the order of time, whoever writes it: the same seed and size are
 * the same lives. Each press is given by somebody who may give it then.
 */
export async function liveThrough(
  world: World,
  { size, seed, scans }: HowMany,
  player: Player,
  tell: (dossiers: number) => void = () => {},
): Promise<LivedThrough> {
  const moments = new Moments<Waiting>();
  for (const arrival of inventArrivals(world, size, seed)) {
    const life = inventLife(arrival, seed);
    moments.add({
      at: arrival.at,
      index: arrival.index,
      what: { life, name: null, planned: null, presses: 0 },
    });
  }
  let [dossiers, presses] = [0, 0];
  for (let next = moments.next(); next && next.at < world.until; next = moments.next()) {
    const { at, index, what } = next;
    const { life } = what;
    const scripted = await pressOf(world, player, what, at, { seed, scans });
    if (!scripted) continue;
    const name = await player.play(scripted, `${seed} ${index} ${what.presses}`);
    presses += 1;
    if (what.presses === 0) {
      dossiers += 1;
      tell(dossiers);
    }
    const dossier = await player.dossierOf(name);
    if (!dossier) throw new Error(`no dossier ${name}`);
    const planned =
      dossier.state === 'submitted' || dossier.state === 'correction-asked'
        ? review(life, dossier, at)
        : nextPress(life, dossier, at);
    if (planned)
      moments.add({ at: planned.at, index, what: { life, name, planned, presses: what.presses + 1 } });
  }
  return { dossiers, presses };
}

/** Filed online, or sent back: at the counter's next look, or when the citizen has put it right. */
function review({ arrival, draw }: Life, { state }: Dossier, now: Instant): Planned {
  const wait = state === 'submitted' ? 7_200 : 60_000;
  return {
    at: officeTimeAfter(arrival.counter.calendar, now, draw.around(wait) + 60),
    command: 'forward',
    input: { note: null },
  };
}

async function pressOf(
  world: World,
  player: Player,
  { life, name, planned, presses }: Waiting,
  at: Instant,
  { seed, scans }: { readonly seed: number; readonly scans: ScanPool | undefined },
): Promise<Scripted | undefined> {
  const random = seededRandom(`key ${seed} ${life.arrival.index} ${presses}`);
  const key = random.uuid(Date.parse(at));
  const draftId = random.uuid(Date.parse(at));
  const { counter, channel } = life.arrival;
  const dossier = name === null ? undefined : await player.dossierOf(name);
  if (dossier && planned && dossier.state !== 'submitted' && dossier.state !== 'correction-asked')
    return later(world, dossier, planned, at, key);
  const filed = () => ({ ...life.input, draftId, personal: personalOf(life, seed, scans) });
  if (channel === 'online' && !dossier)
    return { at, key, actor: null, what: { command: 'submit-online', input: filed() } };
  const actor = receiver(world, counter.oneStopId, life);
  if (!actor) return undefined;
  const input = filed();
  const existing = dossier ? { number: dossier.reference, seenSeq: dossier.seq } : null;
  const { items, reason } = {
    items: [{ name: 'Giấy tờ tùy thân', what: 'Chụp lại rõ cả hai mặt' }],
    reason: 'Ảnh chụp mờ',
  };
  if (life.sentBack && dossier?.state === 'submitted')
    return {
      at,
      key,
      actor,
      what: { command: 'ask-for-correction', input, existing, guidance: { items, reason } },
    };
  if (life.turnedAway)
    return {
      at,
      key,
      actor,
      what: { command: 'not-accept', input, existing, reason: 'Thủ tục không thuộc thẩm quyền giải quyết' },
    };
  return { at, key, actor, what: { command: 'accept', input, existing } };
}

function personalOf({ arrival, input }: Life, seed: number, scans: ScanPool | undefined) {
  const { personal } = input;
  return scans ? { ...personal, papers: scans.attach(personal.papers, arrival, seed) } : personal;
}

function receiver(world: World, oneStopId: string, { draw, arrival }: Life): Actor | undefined {
  const roles = arrival.channel === 'post' ? ['postal-staff', 'reception-officer'] : ['reception-officer'];
  const workers = world.workers.get(oneStopId) ?? [];
  const fitting = roles.flatMap((role) =>
    workers.filter((one) => one.posts.some((post) => post.role === role && post.officeId === oneStopId)),
  );
  return fitting.length > 0 ? draw.one(fitting) : undefined;
}

/** Somebody who may give this command now; nobody may: it does not happen. */
function later(
  world: World,
  dossier: Dossier,
  planned: Planned,
  at: Instant,
  key: string,
): Scripted | undefined {
  const { command, input } = planned;
  const { filing, holder, opinions } = dossier;
  const asked = opinions.find((opinion) => opinion.answeredAt === null)?.officeId;
  const offices = [
    holder?.officeId,
    filing.intakeOfficeId,
    filing.returnOfficeId,
    asked,
    ...dossier.steps.map((step) => step.officeId),
  ];
  const workers = [...new Set(offices)].flatMap((office) =>
    office ? (world.workers.get(office) ?? []) : [],
  );
  const may = workers.filter((actor) => mayCommand(dossier, command, actor).ok);
  const own = may.filter((actor) => actor.accountId === holder?.accountId);
  const actor = own[0] ?? may[(dossier.seq + dateOf(at).charCodeAt(9)) % Math.max(1, may.length)];
  if (!actor) return undefined;
  const number = dossier.number ?? dossier.reference;
  return { at, key, actor, what: { command, input, number, seenSeq: dossier.seq } as ScriptedLater };
}
