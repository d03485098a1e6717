import type { FilingInput, PersonParty } from '#modules/dossiers/index.ts';
import { Draw } from './draw.ts';
import { inventPerson } from './person.ts';
import type { Arrival } from './world.ts';

/** What becomes of a dossier, drawn when it comes; which of it happened stands in the dossier itself. */
export interface Life {
  readonly arrival: Arrival;
  readonly draw: Draw;
  readonly input: Omit<FilingInput, 'draftId'>;
  readonly person: PersonParty;
  /** When the result is ready, as a share of the limit; above 1: late. */
  readonly pace: number;
  readonly sentBack: boolean;
  readonly turnedAway: boolean;
  readonly annulled: boolean;
  readonly supplement: 'none' | 'asked' | 'silent';
  readonly payment: boolean;
  readonly opinion: boolean;
  readonly paperMissed: boolean;
  readonly withdrawn: boolean;
  readonly refused: boolean;
  readonly told: boolean;
  readonly fetched: boolean;
  /** What happens once and has happened. */
  readonly happened: Set<'paper-missed' | 'payment' | 'opinion' | 'apology'>;
}

/** Fields whose offices are known to be slow. */
const slow = ['Đất đai', 'Đăng ký biện pháp bảo đảm', 'Quy hoạch đô thị và nông thôn'];

export function inventLife(arrival: Arrival, seed: number): Life {
  const draw = new Draw(Math.imul(seed, 31) + arrival.index * 7919);
  const { procedure, counter, channel } = arrival;
  const person = inventPerson(draw, counter.places);
  const isSlow = slow.includes(procedure.field);
  const land = procedure.field === 'Đất đai';
  return {
    arrival,
    draw,
    person,
    input: filingOf(arrival, person, draw),
    pace: paceOf(draw, isSlow ? 0.025 : 0.006),
    sentBack: channel === 'online' && draw.chance(0.03),
    turnedAway: draw.chance(0.0012),
    annulled: draw.chance(0.0012),
    supplement: draw.chance(0.035) ? (draw.chance(0.1) ? 'silent' : 'asked') : 'none',
    payment: land && draw.chance(0.5),
    opinion: draw.chance(0.02),
    paperMissed: draw.chance(0.006),
    withdrawn: draw.chance(0.005),
    refused: draw.chance(0.006),
    told: draw.chance(0.4),
    fetched: draw.chance(0.985),
    happened: new Set(),
  };
}

function paceOf(draw: Draw, late: number): number {
  if (draw.chance(late)) return 1.1 + draw.part() * 0.8;
  return draw.chance(0.1) ? 0.88 + draw.part() * 0.1 : 0.05 + draw.part() * 0.36;
}

function filingOf(
  { procedure, counter, channel }: Arrival,
  person: PersonParty,
  draw: Draw,
): Omit<FilingInput, 'draftId'> {
  const caseKey = procedure.cases.length > 0 ? draw.one(procedure.cases).key : null;
  const papers = procedure.papers
    .filter(
      (paper) =>
        (paper.caseKey === null || paper.caseKey === caseKey) && (paper.required || draw.chance(0.3)),
    )
    .map((paper) => ({
      key: paper.key,
      name: paper.name,
      way: paper.kind === 'show' ? ('show' as const) : ('submit' as const),
      ...(channel === 'online'
        ? { originals: 0, certifiedCopies: 0, photocopies: Math.max(1, paper.originals + paper.copies) }
        : { originals: paper.originals, certifiedCopies: paper.copies, photocopies: 0 }),
      files: [],
    }));
  return {
    oneStopId: counter.oneStopId,
    procedureVersionId: procedure.versionId,
    caseKey,
    adjustment: null,
    channel,
    assisted: channel === 'direct' && draw.chance(0.03),
    returnMethod:
      channel === 'direct'
        ? 'counter'
        : channel === 'post'
          ? 'post'
          : draw.chance(0.5)
            ? 'electronic'
            : 'counter',
    sets: 1,
    fee: { amount: 0, way: 'none', basis: null },
    personal: { applicants: [person], authorised: null, papers, note: null },
  };
}
