import { formsOf, type HtmlField, type HtmlForm } from '../../outside/html-forms.ts';
import { type Answer, filled, firstChoices } from '../../outside/http-client.ts';
import type { HostileFile } from './files.ts';
import { stayIn } from './routes.ts';
import { encodedOf, type HostileString, hostileStrings } from './strings.ts';
import type { Tally } from './tally.ts';
import type { Target } from './targets.ts';

export interface Plan {
  /** The next strings for a field. */
  readonly stringsFor: () => readonly HostileString[];
  readonly filesFor: () => readonly HostileFile[];
  /** Besides, all of them in all fields of this kind at the same time. */
  readonly together: 'visible' | 'hidden' | null;
  /** So many dossiers a field may use up. */
  readonly dossiersEach: number;
  /** Fields missing, doubled, of other shapes: once is enough. */
  readonly breaksForms: boolean;
  readonly isOver: () => boolean;
}

type Pairs = readonly (readonly [string, string])[];

/** One of a row of equal fields stands for all of them. */
const fieldKind = (name: string) => name.replace(/\d+/g, 'N').replace(/[0-9a-f]{8}-[0-9a-fN-]{20,}/g, 'ID');

/** What the plan gives for each field, alone and together, then the form broken as a whole; false: time was over. */
export async function attack(target: Target, plan: Plan, tally: Tally): Promise<boolean> {
  const form = await target.supply();
  if (!form) return true;
  const battle = new Battle(target, form, tally);
  const fields = kindsOf(form);
  for (const { name, type } of fields) {
    if (plan.isOver()) return false;
    await battle.begin(plan.dossiersEach);
    if (type === 'file') for (const file of plan.filesFor()) await battle.sendFile(name, file);
    else for (const one of plan.stringsFor()) await battle.sendString(name, one);
  }
  if (plan.breaksForms) await battle.breakForm();
  const isTogether = ({ type }: HtmlField) =>
    type !== 'file' && (type === 'hidden') === (plan.together === 'hidden');
  return plan.together === null || (await sendTogether(battle, fields.filter(isTogether), plan));
}

/** One of a row of equal fields stands for all of them. */
function kindsOf(form: HtmlForm): HtmlField[] {
  const fields = form.fields.filter(({ name }) => name !== '_csrf');
  return [...new Map(fields.map((field) => [fieldKind(field.name), field])).values()];
}

const APART = 37;

/** Every string in every one of these fields, each request with others in each: as many requests as strings. */
async function sendTogether(battle: Battle, fields: readonly HtmlField[], plan: Plan): Promise<boolean> {
  if (fields.length === 0) return true;
  await battle.begin(plan.dossiersEach);
  for (const [at] of hostileStrings.entries()) {
    if (plan.isOver()) return false;
    const string = (field: number) =>
      hostileStrings[(at + field * APART) % hostileStrings.length] as HostileString;
    await battle.sendStrings(new Map(fields.map(({ name }, field) => [name, string(field)])));
  }
  return true;
}

/** One form, and what it takes to go on when it has been used up. */
class Battle {
  readonly #target: Target;
  readonly #tally: Tally;
  #form: HtmlForm;
  #dossiers = 0;
  /** It was carried out and cannot be had again: whatever is sent with it now is only "done already". */
  #usedUp = false;

  constructor(target: Target, form: HtmlForm, tally: Tally) {
    this.#target = target;
    this.#form = form;
    this.#tally = tally;
  }

  async begin(dossiers: number): Promise<void> {
    this.#dossiers = dossiers;
    if (this.#usedUp) await this.#another();
  }

  async #another(): Promise<void> {
    const form = await this.#target.supply();
    this.#usedUp = form === undefined;
    if (form) this.#form = form;
  }

  get #own(): Record<string, string> {
    return filled(this.#form, firstChoices(this.#form));
  }

  sendString(name: string, one: HostileString): Promise<void> {
    return this.sendStrings(new Map([[name, one]]));
  }

  async sendStrings(strings: ReadonlyMap<string, HostileString>): Promise<void> {
    if (this.#isSpared()) return;
    const pairs = Object.entries(this.#own).filter(([key]) => !strings.has(key));
    const what = [...strings].map(
      ([name, { group, text }]) => `${group} ${JSON.stringify(text.slice(0, 60))} in ${name}`,
    );
    const said = `${what.slice(0, 4).join('; ')}${what.length > 4 ? '; …' : ''}`;
    const attacked = new Set(strings.keys());
    if (!this.#form.multipart) {
      const encoded = [...strings].map(([name, one]) => [name, encodedOf(one)] as const);
      return this.#after(await this.#post(pairs, encoded), said, attacked);
    }
    const typed = [...strings].map(([name, { text }]) => [name, text.toWellFormed()] as const);
    const fields = Object.fromEntries([...pairs, ...typed]);
    await this.#after(await this.#target.client.upload(this.#form.action, fields, []), said, attacked);
  }

  #isSpared(): boolean {
    if (this.#usedUp) this.#tally.spared += 1;
    return this.#usedUp;
  }

  async sendFile(field: string, { name, bytes }: HostileFile): Promise<void> {
    if (this.#isSpared()) return;
    const fields = { ...this.#own, press: 'upload' };
    const answer = await this.#target.client.upload(this.#form.action, fields, [{ field, name, bytes }]);
    await this.#after(answer, `file ${JSON.stringify(name.slice(0, 60))} in ${field}`);
  }

  /** Fields that are missing, twice, of other shapes, or that nobody asked for. */
  async breakForm(): Promise<void> {
    const own: Pairs = Object.entries(this.#own);
    for (const [name] of own.filter(([key]) => key !== '_csrf').slice(0, 12)) {
      const without = own.filter(([key]) => key !== name);
      await this.#after(await this.#post(without), `without ${name}`);
      const more: Pairs = [
        ...own,
        [name, 'a'],
        [name, 'b'],
        [`${name}.x`, 'c'],
        [`${name}[]`, 'd'],
        [`${name}.0`, 'e'],
      ];
      await this.#after(await this.#post(more), `${name} in many shapes`);
    }
    const unknown: Pairs = [
      ...own,
      ['__proto__', 'x'],
      ['constructor.prototype', 'x'],
      ['a'.repeat(5000), 'x'],
    ];
    await this.#after(await this.#post(unknown), 'unknown fields');
    const many: Pairs = [...own, ...Array.from({ length: 1500 }, (_, at) => [`z${at}`, ''] as const)];
    await this.#after(await this.#post(many), 'very many fields');
    await this.#after(await this.#post([]), 'nothing');
  }

  #post(pairs: Pairs, encoded: Pairs = []): Promise<Answer> {
    const sure = pairs.map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
    );
    const raw = encoded.map(([name, value]) => `${encodeURIComponent(name)}=${value}`);
    return this.#target.client.ask(this.#form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: [...sure, ...raw].join('&'),
    });
  }

  /** The marks of the page as the answer gives them back, or a fresh form where it was carried out. */
  async #after(answer: Answer, what: string, attacked: ReadonlySet<string> = new Set()): Promise<void> {
    this.#tally.look(answer, `POST ${this.#target.kind} by ${this.#target.account}`, what);
    if (answer.status !== 303) return this.#takeMarks(answer, attacked);
    if (answer.location.startsWith('/dang-nhap'))
      await stayIn(this.#target); // nothing was carried out
    else if (this.#target.costly && this.#dossiers <= 0) {
      this.#usedUp = true;
      return;
    } else this.#dossiers -= 1;
    await this.#another();
  }

  /** What was typed stays what it was; tokens and versions follow the answer. */
  #takeMarks(answer: Answer, attacked: ReadonlySet<string>): void {
    const { action, fields } = this.#form;
    const back = formsOf(answer.body).find((one) => one.action === action);
    const marks = back?.fields.filter(({ name, type }) => type === 'hidden' && !attacked.has(name)) ?? [];
    const given = new Map(marks.map(({ name, value }) => [name, value]));
    this.#form = {
      ...this.#form,
      fields: fields.map((field) => ({ ...field, value: given.get(field.name) ?? field.value })),
    };
  }
}
