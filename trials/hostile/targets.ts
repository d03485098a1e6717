import { commandForm, dossierPath } from '../../outside/counter-client.ts';
import { crawl, type FoundForm } from '../../outside/crawl.ts';
import { formsOf, type HtmlForm } from '../../outside/html-forms.ts';
import type { Client } from '../../outside/http-client.ts';
import { kindOf } from '../../outside/known-routes.ts';
import { deskAccounts, type Scene, type Standing, standings } from './scene.ts';
import type { Tally } from './tally.ts';

/** A kind of form, and how to have one before oneself again when the last was used up. */
export interface Target {
  /** The address with `:id` for what is one of many. */
  readonly kind: string;
  readonly account: string;
  readonly client: Client;
  /** Undefined: there is none any more. */
  readonly supply: () => Promise<HtmlForm | undefined>;
  /** Making another one costs a dossier. */
  readonly costly: boolean;
}

/** Commands on a dossier, each by the first person and in the first state that offer it. */
export async function commandTargets(scene: Scene, tell: (problem: string) => void): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const standing of standings) {
    const number = await scene
      .dossier(standing)
      .catch((error: unknown) => tell(`no dossier ${standing}: ${error}`));
    if (number === undefined) continue;
    for (const account of deskAccounts) {
      const client = await scene.person(account);
      for (const slug of await offeredSlugs(client, number))
        if (!targets.has(slug)) targets.set(slug, commandTarget(scene, { account, client, standing, slug }));
    }
  }
  return [...targets.values()];
}

interface Offered {
  readonly account: string;
  readonly client: Client;
  readonly standing: Standing;
  readonly slug: string;
}

function commandTarget(scene: Scene, { account, client, standing, slug }: Offered): Target {
  const supply = async () => {
    const number = await scene.dossier(standing);
    return commandForm(client, number, slug).catch(() => undefined); // another page has it
  };
  return { kind: `/lam-viec/ho-so/:number/${slug}`, account, client, supply, costly: true };
}

async function offeredSlugs(client: Client, number: string): Promise<string[]> {
  const path = `${dossierPath(number)}/`;
  const { body } = await client.get(dossierPath(number));
  const actions = formsOf(body).filter(({ method }) => method === 'post');
  const links = [...body.matchAll(/href="([^"?#]+)"/g)].map(([, href = '']) => href);
  const own = [...actions.map(({ action }) => action), ...links].filter((address) =>
    address.startsWith(path),
  );
  const slugs = new Set(own.map((address) => address.slice(path.length)));
  const isForm = (slug: string) => !/^(giay|tep|dien-bien)/.test(slug) && !slug.includes('/');
  return [...slugs].filter(isForm);
}

/** The page of reception: every press of it on a draft of its own. */
export async function draftTargets(scene: Scene): Promise<Target[]> {
  const client = await scene.person('ngan.pham');
  const draft = await scene.draft();
  const page = (await client.get(draft)).body;
  const presses = [...page.matchAll(/formaction="([^"]+)"/g)].map(([, action = '']) =>
    action.slice(draft.length),
  );
  const ends = [
    '',
    '/tiep-nhan',
    '/ghi-nhan',
    '/bo-sung',
    '/khong-tiep-nhan',
    '/nhom',
    '/xem-truoc',
    '/luu-nhap',
    '/quet',
    ...presses,
  ];
  return [...new Set(ends)].map((end) => {
    let current: string | undefined;
    const supply = async () => {
      const known = current && (await draftForm(client, current));
      if (!known) current = await scene.draft();
      const form = known || (await draftForm(client, current ?? ''));
      return form && { ...form, action: `${current}${end}` };
    };
    return { kind: `/lam-viec/tiep-nhan/:draft${end}`, account: 'ngan.pham', client, supply, costly: false };
  });
}

/** Undefined: this draft is no longer there. */
async function draftForm(client: Client, draft: string): Promise<HtmlForm | undefined> {
  return formsOf((await client.get(draft)).body).find(({ action }) => action === draft);
}

/** The same fields at an address to which the page's own script sends them. */
export function atAddress(target: Target, address: string): Target {
  const supply = async () => {
    const form = await target.supply();
    return form && { ...form, action: address };
  };
  return { ...target, kind: address, supply };
}

/** Whatever else people come to by links. */
export async function otherTargets(
  people: readonly (readonly [account: string, client: Client, from: readonly string[]])[],
  known: ReadonlySet<string>,
  tally: Tally,
): Promise<Target[]> {
  const targets = new Map<string, Target>();
  for (const [account, client, from] of people) {
    const found = await crawl(client, from, (answer, path) =>
      tally.look(answer, `GET ${kindOf(path)}`, account),
    );
    for (const one of found) {
      const kind = kindOf(one.form.action || one.page);
      if (!known.has(kind) && !targets.has(kind)) targets.set(kind, foundTarget(account, client, kind, one));
    }
  }
  return [...targets.values()];
}

function foundTarget(account: string, client: Client, kind: string, { page, form }: FoundForm): Target {
  let first: HtmlForm | undefined = { ...form, action: form.action || page };
  const supply = async () => {
    const given = first;
    first = undefined;
    if (given) return given;
    const again = formsOf((await client.get(page)).body).find((one) => kindOf(one.action || page) === kind);
    return again && { ...again, action: again.action || page };
  };
  return { kind, account, client, supply, costly: false };
}
