import { dossierPath, filledDraft, HOUSEHOLD_BUSINESS, newDraft } from '../../outside/counter-client.ts';
import type { HtmlForm } from '../../outside/html-forms.ts';
import { formsOf } from '../../outside/html-forms.ts';
import { type Client, filled, firstChoices } from '../../outside/http-client.ts';
import type { Seeded } from '../../outside/seeded.ts';

type Pairs = readonly (readonly [string, string])[];

/** A form that somebody has before them, filled in, ready to be sent. */
export interface Prepared {
  readonly action: string;
  readonly pairs: Pairs;
}

/** What a person would type where nothing stands; other fields are sent as they are. */
const typed: Readonly<Record<string, string>> = {
  reason: 'Theo đề nghị của người nộp hồ sơ',
  note: 'Đã xem',
  missing: 'Bản sao giấy chứng minh',
  'item.0.what': 'Bản có chữ ký',
  question: 'Xin cho ý kiến về hồ sơ này',
  answer: 'Đồng ý',
  proof: 'Đã ký nhận trong sổ',
  receiverName: 'Huỳnh Thị Mỹ Duyên',
  amount: '100000',
};

/** Of everything that a dossier's page offers this person, one thing. */
export async function prepareCommand(
  client: Client,
  number: string,
  random: Seeded,
): Promise<Prepared | undefined> {
  const path = dossierPath(number);
  const page = await client.get(path);
  const isOwn = (address: string) => address.startsWith(`${path}/`);
  const here = formsOf(page.body).filter((form) => form.method === 'post' && isOwn(form.action));
  const links = [...page.body.matchAll(/href="([^"?]+)"/g)].map(([, href = '']) => href);
  const elsewhere = [...new Set(links)].filter((href) => isOwn(href) && !/giay|dien-bien|tep/.test(href));
  const chosen = random.shuffled<HtmlForm | string>([...here, ...elsewhere])[0];
  if (typeof chosen !== 'string') return chosen && fill(chosen, random);
  const forms = formsOf((await client.get(chosen)).body).filter(
    (form) => form.method === 'post' && isOwn(form.action),
  );
  const form = random.shuffled(forms)[0];
  return form && fill(form, random);
}

/** One press on all that a list shows, in an order of its own. */
export async function prepareMany(
  client: Client,
  list: string,
  random: Seeded,
): Promise<Prepared | undefined> {
  const page = await client.get(list);
  const form = random.shuffled(
    formsOf(page.body).filter((one) => one.fields.some(({ name }) => name === 'chon')),
  )[0];
  if (!form) return undefined;
  const lines = random.shuffled(form.fields.filter(({ name }) => name === 'chon'));
  const presses = form.fields.filter(({ name }) => name === 'lam');
  const code = /<code>(\d{6})<\/code>/.exec(page.body)?.[1] ?? '';
  const own = filled(form, { ...(code ? { ma: code } : {}) });
  const pairs = [...Object.entries(own), ...lines.map(({ value }) => ['chon', value] as const)];
  const press = presses.length > 0 ? [['lam', random.pick(presses).value] as const] : [];
  return { action: form.action, pairs: [...pairs, ...press] };
}

/** Several results for one person: the page that names what was chosen, then its press. */
export async function prepareReturn(client: Client, random: Seeded): Promise<Prepared | undefined> {
  const list = '/lam-viec/tra-ket-qua';
  const chosen = await prepareMany(client, list, random);
  if (!chosen) return undefined;
  const asked = await client.post(`${list}/tra`, chosen.pairs);
  const form = formsOf(asked.body).find((one) => one.fields.some(({ name }) => name === 'receiverName'));
  if (!form) return undefined;
  const all = form.fields.filter(({ name, type }) => name === 'chon' || type === 'checkbox');
  const own = Object.entries(filled(form, { receiverName: 'Huỳnh Thị Mỹ Duyên' }));
  const others = own.filter(([name]) => !all.some((one) => one.name === name));
  return { action: form.action, pairs: [...others, ...all.map(({ name, value }) => [name, value] as const)] };
}

/** A new dossier of the same person: everybody asks for the next number of the day. */
export async function prepareAcceptance(client: Client): Promise<Prepared> {
  const draft = await newDraft(client, HOUSEHOLD_BUSINESS);
  const fee = { 'fees.0.quantity': '1', 'fees.0.amount': '100000', 'fee-way': 'cash' };
  return { action: `${draft}/tiep-nhan`, pairs: Object.entries(await filledDraft(client, draft, fee)) };
}

/** And for the next one of a book. */
export async function prepareCertification(client: Client): Promise<Prepared> {
  const path = '/lam-viec/chung-thuc';
  const form = await client.form(path, path);
  const change = {
    name: 'Huỳnh Thị Mỹ Duyên',
    'documents.0.name': 'Học bạ',
    'documents.0.pages': '1',
    press: 'accept',
  };
  return { action: path, pairs: Object.entries(filled(form, change)) };
}

/** The form of one address. */
export async function prepareForm(
  client: Client,
  path: string,
  random: Seeded,
): Promise<Prepared | undefined> {
  const forms = formsOf((await client.get(path)).body);
  const form = forms.find((one) => one.method === 'post' && one.action.startsWith(path.replace(/\?.*/, '')));
  return form && fill(form, random);
}

function fill(form: HtmlForm, random: Seeded): Prepared {
  const groups = new Map<string, string[]>();
  for (const { name, type, value } of form.fields)
    if (type === 'radio') groups.set(name, [...(groups.get(name) ?? []), value]);
  const radios = [...groups].map(([name, values]) => [name, random.pick(values)] as const);
  const presses = form.fields.filter(({ type, name }) => type === 'button' && name !== '');
  const press = presses.length > 0 ? random.pick(presses) : undefined;
  const texts = form.fields
    .filter(({ type, value }) => ['text', 'textarea'].includes(type) && value === '')
    .map(({ name }) => [name, typed[name] ?? ''] as const);
  const change = Object.fromEntries([
    ...Object.entries(firstChoices(form)),

    ...texts,
    ...radios,
    ...(press ? [[press.name, press.value] as const] : []),
  ]);
  return { action: form.action, pairs: Object.entries(filled(form, change)) };
}
