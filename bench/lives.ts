import { commandForm, dossierPath, filledDraft, numberOf } from '../outside/counter-client.ts';
import { type Answer, type Fields, filled, textOf } from '../outside/http-client.ts';
import { type Desk, personAt } from './desks.ts';
import { personOf, type Road, roadOf, roads } from './roads.ts';

const START = '/lam-viec/tiep-nhan';

/** A draft as the clerk would leave it; to accept it is the first press. */
export interface PreparedLife {
  readonly road: Road;
  readonly desk: Desk;
  readonly draft: string;
  readonly fields: Fields;
}

let persons = 0;

/** The drafts that the acceptances need, made before anything is measured; each desk gets its share. */
export async function prepareLives(desks: readonly Desk[], count: number): Promise<PreparedLife[]> {
  const lives: PreparedLife[] = [];
  await Promise.all(
    desks.map(async (desk, place) => {
      const start = filled(await desk.clerk.form(START, '/dang-xuat')); // once: its page lists every draft there is
      for (let life = place; life < count; life += desks.length) {
        const road = roadOf(Math.floor(life / desks.length)); // every desk has both roads
        const begun = done(await desk.clerk.post(START, { ...start, code: road.code }), 'a draft');
        persons += 1;
        const fields = await filledDraft(desk.clerk, begun.location, personOf(persons));
        lives.push({ road, desk, draft: begun.location, fields });
      }
    }),
  );
  return lives;
}

function done(answer: Answer, what: string): Answer {
  if (answer.status === 303) return answer;
  throw new Error(`${what}: ${answer.status} ${textOf(answer.body).slice(0, 500)}`);
}

/** What stands in the form of each press of a road: the same for every dossier but for the key of the press. */
export type Forms = ReadonlyMap<Road, readonly Fields[]>;

/** Walks each road once with a look at every page, and keeps what stood in the forms. */
export async function learnForms(desk: Desk): Promise<Forms> {
  const forms = new Map<Road, Fields[]>();
  const lives = await prepareLives([desk], 3);
  for (const road of roads) {
    const life = lives.find((one) => one.road === road);
    if (life) forms.set(road, await walkLooking(life));
  }
  return forms;
}

async function walkLooking({ desk, road, draft, fields }: PreparedLife): Promise<Fields[]> {
  const number = numberOf(done(await desk.clerk.post(`${draft}/tiep-nhan`, fields), draft).location);
  const forms: Fields[] = [];
  for (const { by, slug, typed = {} } of road.presses) {
    const client = personAt(desk, by);
    const form = await commandForm(client, number, slug);
    const sent = filled(form, typed);
    forms.push(sent);
    done(await client.post(form.action, sent), slug);
  }
  return forms;
}

export interface TimedPress {
  readonly slug: string;
  readonly ms: number;
}

/** One life: its presses and nothing else; an answer that is not the redirect of a press that was done throws. */
export async function live(
  { desk, road, draft, fields }: PreparedLife,
  forms: Forms,
  tell: (press: TimedPress) => void,
): Promise<void> {
  const timed = async (slug: string, work: () => Promise<Answer>) => {
    const started = performance.now();
    const answer = await work();
    tell({ slug, ms: performance.now() - started });
    return done(answer, slug);
  };
  const accepted = await timed('tiep-nhan', () => desk.clerk.post(`${draft}/tiep-nhan`, fields));
  const path = dossierPath(numberOf(accepted.location));
  for (const [index, { by, slug }] of road.presses.entries()) {
    const sent = {
      ...forms.get(road)?.[index],
      ...(by === 'clerk' ? { _csrf: fields['_csrf'] ?? '' } : {}), // the forms were learned at another desk
      ...(slug === 'tra-ket-qua' ? receiverOf(fields) : {}),
      key: crypto.randomUUID(),
    };
    await timed(slug, () => personAt(desk, by).post(`${path}/${slug}`, sent));
  }
}

function receiverOf(fields: Fields): Fields {
  return {
    receiverName: fields['applicants.0.name'] ?? '',
    receiverNumber: fields['applicants.0.id-number'] ?? '',
  };
}

/** Every desk takes its next life as soon as one is over; answers the seconds. */
export async function runLives(
  lives: readonly PreparedLife[],
  forms: Forms,
  tell: (press: TimedPress) => void = () => {},
): Promise<number> {
  const ofDesk = Map.groupBy(lives, ({ desk }) => desk);
  const started = performance.now();
  await Promise.all(
    [...ofDesk.values()].map(async (own) => {
      for (const life of own) await live(life, forms, tell);
    }),
  );
  return (performance.now() - started) / 1000;
}
