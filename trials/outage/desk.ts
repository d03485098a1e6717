import {
  acceptDossier,
  commandForm,
  filledDraft,
  HOUSEHOLD_BUSINESS,
  newDraft,
  numberOf,
} from '../../outside/counter-client.ts';
import type { HtmlForm } from '../../outside/html-forms.ts';
import {
  type Answer,
  Client,
  type Fields,
  filled,
  formOf,
  signedIn,
  textOf,
} from '../../outside/http-client.ts';
import { lifeAccounts, lifeAfterAcceptance } from '../../outside/life.ts';

export const TYPED = 'Ghi chú vừa gõ: “hộ khẩu”, 100% & <b>';

/** The people of the district who work while something goes away. */
export class Desk {
  readonly clerk: Client;
  readonly specialist: Client;
  readonly leader: Client;
  readonly returner: Client;
  readonly citizen: Client;
  /** Numbers that a clerk was told. */
  readonly told: string[] = [];

  private constructor(address: string, [clerk, specialist, leader, returner]: readonly Client[]) {
    this.citizen = new Client(address);
    this.clerk = clerk ?? this.citizen;
    this.specialist = specialist ?? this.citizen;
    this.leader = leader ?? this.citizen;
    this.returner = returner ?? this.citizen;
  }

  static async open(address: string): Promise<Desk> {
    const { clerks, specialist, leader, returner } = lifeAccounts;
    const accounts = [clerks[0], specialist, leader, returner];
    return new Desk(address, await Promise.all(accounts.map((account) => signedIn(address, account))));
  }

  /** From reception until the result is signed. */
  async decideOne(): Promise<string> {
    const number = await acceptDossier(this.clerk);
    this.told.push(number);
    await this.goOn(number, 0);
    return number;
  }

  /** What is still to be pressed until the result is signed. */
  async goOn(number: string, from: number): Promise<void> {
    const end = lifeAfterAcceptance.findIndex(({ event }) => event === 'decided') + 1;
    for (const { by, slug, typed } of lifeAfterAcceptance.slice(from, end)) {
      const form = await commandForm(this[by], number, slug);
      const answer = await this[by].post(form.action, filled(form, typed));
      if (answer.status !== 303)
        throw new Error(
          `${slug} on ${number} was answered ${answer.status}: ${textOf(answer.body).slice(0, 200)}`,
        );
    }
  }

  /** A filled form of reception, which has not been sent yet. */
  async fillDraft(): Promise<Press> {
    const draft = await newDraft(this.clerk, HOUSEHOLD_BUSINESS);
    const fields = await filledDraft(this.clerk, draft, { note: TYPED });
    return { client: this.clerk, action: `${draft}/tiep-nhan`, fields };
  }

  /** A filled form of a command. */
  async fillCommand(number: string, slug: string): Promise<Press> {
    const form = await commandForm(this.clerk, number, slug);
    return { client: this.clerk, action: form.action, fields: filled(form, { note: TYPED }) };
  }
}

/** What somebody is about to send. */
export interface Press {
  readonly client: Client;
  readonly action: string;
  readonly fields: Fields;
}

export const send = ({ client, action, fields }: Press): Promise<Answer> => client.post(action, fields);

/** The same press as the page gives it back, to be sent again; what is lost of it is told. */
export function keptOf(press: Press, answer: Answer, tell: (problem: string) => void): Press {
  let form: HtmlForm;
  try {
    form = formOf(answer, press.action);
  } catch (error) {
    tell(`${press.action}: nothing typed is kept: ${error}`);
    return press;
  }
  const kept = filled(form);
  const lost = Object.entries(press.fields).filter(([name, value]) => value !== '' && kept[name] !== value);
  if (lost.length > 0) tell(`${press.action}: lost ${lost.map(([name]) => name).join(', ')}`);
  return { ...press, fields: kept };
}

/** Pressed again, and once more: done once. */
export async function pressAgain(press: Press, tell: (problem: string) => void): Promise<string> {
  const answer = await send(press);
  if (answer.status !== 303)
    tell(`${press.action}, sent again, was answered ${answer.status}: ${textOf(answer.body).slice(0, 200)}`);
  const number = numberOf(answer.location);
  const twice = await send(press);
  if (twice.status >= 500 || (twice.status === 303 && numberOf(twice.location) !== number))
    tell(`${press.action}, sent a second time, was answered ${twice.status} ${twice.location}`);
  return number;
}
