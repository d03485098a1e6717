import { acceptDossier, commandForm, HOUSEHOLD_BUSINESS, newDraft } from '../../outside/counter-client.ts';
import {
  type Client,
  type Fields,
  filled,
  firstChoices,
  signedIn,
  textOf,
} from '../../outside/http-client.ts';

/** Who works at the district of the demo; each form is attacked by the first of them who is offered it. */
export const deskAccounts = [
  ...['ngan.pham', 'thu.nguyen', 'son.do', 'yen.vo', 'dung.lam', 'phuc.do'],
  ...['hien.trinh', 'ngoc.lam', 'an.mai', 'binh.phan', 'tien.le'],
];

export const CERTIFICATION = '/lam-viec/chung-thuc';

type Press = readonly [account: string, slug: string, typed?: Fields];

const supplement = { 'item.0.what': 'Ghi đủ ngành, nghề', reason: 'Chưa ghi ngành, nghề' };
const inWork: readonly Press[] = [
  ['ngan.pham', 'chuyen'],
  ['thu.nguyen', 'nhan'],
  ['thu.nguyen', 'bat-dau'],
];
const toSign: readonly Press[] = [...inWork, ['thu.nguyen', 'xong']];
const decided: readonly Press[] = [...toSign, ['son.do', 'ky']];

/** What is pressed after reception until a dossier stands there. */
const ways = {
  accepted: [],
  forwarded: inWork.slice(0, 1),
  received: inWork.slice(0, 2),
  'in-work': inWork,
  'asked-for-supplement': [...inWork, ['thu.nguyen', 'bo-sung', supplement]],
  announced: [...inWork, ['thu.nguyen', 'bo-sung', supplement], ['ngan.pham', 'bao-bo-sung']],
  'asked-opinion': [
    ...inWork,
    ['thu.nguyen', 'hoi-y-kien', { question: 'Xin cho ý kiến', answerBy: '29/07/2022' }],
  ],
  'to-pay': [
    ...inWork,
    [
      'thu.nguyen',
      'yeu-cau-nop-tien',
      { amount: '350.000', basis: 'Thông báo số 12/TB-CCT ngày 28/07/2022' },
    ],
  ],
  'to-sign': toSign,
  decided,
  'handed-over': [...decided, ['yen.vo', 'tra-ket-qua', { proof: 'Đã ký nhận' }]],
} as const satisfies Readonly<Record<string, readonly Press[]>>;

export type Standing = keyof typeof ways;
export const standings = Object.keys(ways) as Standing[];

/** People of a demo, and dossiers of theirs in every state: a new one whenever one is used up. */
export class Scene {
  readonly address: string;
  readonly #people = new Map<string, Promise<Client>>();

  constructor(address: string) {
    this.address = address;
  }

  person(account: string): Promise<Client> {
    const known = this.#people.get(account);
    if (known) return known;
    const signing = signedIn(this.address, account);
    this.#people.set(account, signing);
    return signing;
  }

  /** A new one that stands there; begun again when somebody else's hostile press takes it away meanwhile. */
  async dossier(standing: Standing): Promise<string> {
    return this.#bring(standing).catch(() => this.#bring(standing));
  }

  /** With a fee that was paid at reception, so that money can be given back. */
  async #bring(standing: Standing): Promise<string> {
    const fee = { 'fees.0.quantity': '1', 'fees.0.amount': '100000', 'fee-way': 'cash' };
    const number = await acceptDossier(await this.person('ngan.pham'), HOUSEHOLD_BUSINESS, fee);
    for (const [account, slug, typed = {}] of ways[standing] as readonly Press[])
      await this.press(account, number, slug, typed);
    return number;
  }

  async press(account: string, number: string, slug: string, typed: Fields): Promise<void> {
    const client = await this.person(account);
    const form = await commandForm(client, number, slug);
    const answer = await client.post(form.action, filled(form, { ...firstChoices(form), ...typed }));
    if (answer.status !== 303)
      throw new Error(
        `${slug} by ${account} was answered ${answer.status}: ${textOf(answer.body).slice(0, 200)}`,
      );
  }

  /** One copy in the book of certifications. */
  async certify(): Promise<void> {
    const client = await this.person('ngan.pham');
    const form = await client.form(CERTIFICATION, CERTIFICATION);
    const typed = {
      name: 'Lê Minh Đức',
      'documents.0.name': 'Giấy khai sinh',
      'documents.0.pages': '1',
      'documents.0.copies': '1',
      press: 'accept',
    };
    const answer = await client.post(CERTIFICATION, filled(form, typed));
    if (answer.status !== 303) throw new Error(`certifying was answered ${answer.status}`);
  }

  /** A draft as a clerk would leave it before the last press. */
  async draft(): Promise<string> {
    return newDraft(await this.person('ngan.pham'), HOUSEHOLD_BUSINESS);
  }
}
