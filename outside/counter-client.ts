import { type Client, type Fields, filled, formOf, textOf } from './http-client.ts';

const START = '/lam-viec/tiep-nhan';

export const aPerson: Fields = {
  'applicants.0.kind': 'person',
  'applicants.0.name': 'Huỳnh Thị Mỹ Duyên',
  'applicants.0.id-number': '087188004512',
  'applicants.0.birth-date': '14/09/1988',
  'applicants.0.sex': 'female',
  'applicants.0.address': 'Ấp Tân Bình, xã Tân Nhuận Đông',
};

/** The one-stop of huyện Châu Thành in 2022; a household business of one person is received there. */
export const HOUSEHOLD_BUSINESS = '1.001612';

/** Begins a draft of a procedure; answers its address. */
export async function newDraft(client: Client, code: string): Promise<string> {
  const form = await client.form(START, '/dang-xuat');
  const answer = await client.post(START, { ...filled(form), code });
  if (answer.status !== 303) throw new Error(`no draft: ${answer.status} ${textOf(answer.body)}`);
  return answer.location;
}

/** Everything of a draft's page as a clerk would leave it: papers of the tick-list there, fees of the catalogue. */
export async function filledDraft(client: Client, draft: string, change: Fields = {}): Promise<Fields> {
  const form = formOf(await client.get(draft), draft);
  const ticks = form.fields.filter(({ name }) => /^papers\..*\.there$/.test(name)).map(({ name }) => name);
  const fees = form.fields.filter(({ name }) => /^fees\.\d+\.quantity$/.test(name)).map(({ name }) => name);
  return filled(form, {
    ...Object.fromEntries(ticks.map((name) => [name, '1'])),
    ...Object.fromEntries(fees.map((name) => [name, '0'])),
    ...aPerson,
    ...change,
  });
}

/** The number in the address that an acceptance leads to. */
export function numberOf(location: string): string {
  return decodeURIComponent(/^\/lam-viec\/ho-so\/([^?/]+)/.exec(location)?.[1] ?? '');
}

/** The whole of reception; answers the number. */
export async function acceptDossier(client: Client, code = HOUSEHOLD_BUSINESS, change: Fields = {}) {
  const draft = await newDraft(client, code);
  const answer = await client.post(`${draft}/tiep-nhan`, await filledDraft(client, draft, change));
  const number = numberOf(answer.location);
  if (!number) throw new Error(`not accepted: ${answer.status} ${textOf(answer.body)}`);
  return number;
}

export function dossierPath(number: string): string {
  return `/lam-viec/ho-so/${encodeURIComponent(number)}`;
}

/** The form of a command, on the dossier's page where it is one press, else on its own page. */
export async function commandForm(client: Client, number: string, slug: string) {
  const path = `${dossierPath(number)}/${slug}`;
  const onPage = await client.get(dossierPath(number));
  if (onPage.body.includes(`action="${path}"`)) return formOf(onPage, path);
  return client.form(path, path);
}
