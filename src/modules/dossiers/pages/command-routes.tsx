import { z } from 'zod';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { statusOfRefusals } from '#platform/http/refusal-status.ts';
import {
  notFound,
  page,
  type Reply,
  type RequestContext,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import type { Done } from '../actions/deps.ts';
import { type ReadDossier, readDossier } from '../actions/read-dossier.ts';
import { mayCommand } from '../rules/access.ts';
import { nameOf } from '../rules/dossier.ts';
import { transitions } from '../rules/transitions.ts';
import { type CommandForm, type FormPress, type Typed, typed } from './command-form.ts';
import { commandForms } from './command-forms.ts';
import { CommandPage } from './command-page.tsx';
import { pressIds } from './dossier-view.ts';
import { formChoices } from './form-choices.ts';
import { type DossierPageDeps, errorOfRefusal, paths, readerOf } from './page-deps.ts';
import { seenStandIns } from './seen-stand-ins.tsx';

const params = z.object({ number: z.string().max(80) });
/** Everything as typed: what is too long is said at its field, with the text still there. */
const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const LONGEST = 20_000;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function commandRoutes(deps: DossierPageDeps): Route[] {
  return commandForms.flatMap((form) => [formRoute(deps, form), pressRoute(deps, form)]);
}

const pathOf = ({ slug }: CommandForm) => `${paths.list}/:number/${slug}`;

function formRoute(deps: DossierPageDeps, form: CommandForm): Route {
  return route({
    method: 'GET',
    path: pathOf(form),
    access: { roles: transitions[form.command].roles },
    params,
    handle: (request) => showForm(deps, request, form, { number: request.params.number }),
  });
}

interface Refused {
  readonly number: string;
  readonly sent?: Typed;
  readonly refusals?: readonly Refusal[];
}

async function showForm(
  deps: DossierPageDeps,
  request: RequestContext,
  form: CommandForm,
  { number, sent, refusals = [] }: Refused,
): Promise<Reply> {
  const { t } = request;
  const read = await readDossier(deps, readerOf(request, `form.${form.command}`), number);
  if (!read.ok) return notFound();
  const may = mayCommand(read.value.dossier, form.command, readerOf(request).actor);
  const said = refusals.length === 0 && !may.ok ? [may.refusal] : refusals;
  const changed = refusals.some(({ code }) => code === 'dossiers/changed-meanwhile');
  const seen = Number(sent?.one('seq'));
  return page(
    <CommandPage
      view={await formView(deps, request, read.value, form)}
      form={form}
      sent={sent ?? null}
      errors={said.map((refusal) => errorOfRefusal(t, refusal))}
      since={changed ? read.value.events.filter((event) => event.seq > seen) : []}
    />,
    statusOfRefusals(said),
  );
}

async function formView(
  deps: DossierPageDeps,
  request: RequestContext,
  read: ReadDossier,
  { needs = [] }: CommandForm,
) {
  const { dossier } = read;
  return {
    frame: await deps.deskFrame(request),
    read,
    name: nameOf(dossier),
    press: pressIds(deps, request, dossier),
    actor: readerOf(request).actor,
    choices: await formChoices(deps, read, request.legalNow, needs),
  };
}

function pressRoute(deps: DossierPageDeps, form: CommandForm): Route {
  return route({
    method: 'POST',
    path: pathOf(form),
    access: { roles: transitions[form.command].roles },
    params,
    form: fields,
    ...(form.upload ? { upload: true } : {}),
    handle: async (request) => {
      const { number } = request.params;
      const sent = typed(request.form);
      const refusals = tooLong(request.form);
      if (refusals.length > 0) return showForm(deps, request, form, { number, sent, refusals });
      const key = sent.one('key');
      const press = {
        ...readerOf(request),
        number,
        key: uuid.test(key) ? key : deps.random.uuid(deps.machineMs()),
        seenSeq: Number(sent.one('seq')) || 0,
        ...seenStandIns(sent.one('thay')),
      };
      const kept: Record<string, string> = {};
      const keep = (name: string, value: string) => {
        kept[name] = value;
      };
      const outcome = await run(deps, request, form, {
        deps,
        press,
        typed: sent,
        files: request.files,
        keep,
      });
      if (outcome.ok) return redirect(`${paths.dossier(outcome.value.number)}?xong=${form.slug}`);
      if (outcome.refusal.code === 'dossiers/not-found') return notFound();
      const again = typed({ ...request.form, ...kept });
      return showForm(deps, request, form, { number, sent: again, refusals: [outcome.refusal] });
    },
  });
}

async function run(
  deps: DossierPageDeps,
  request: RequestContext,
  form: CommandForm,
  press: FormPress,
): Promise<Outcome<Done>> {
  if ('run' in form) return form.run(press);
  const read = await readDossier(deps, readerOf(request, `press.${form.command}`), press.press.number);
  return read.ok ? form.runOn({ ...press, dossier: read.value.dossier }) : read;
}

function tooLong(form: z.infer<typeof fields>): Refusal[] {
  return Object.entries(form)
    .filter(([, value]) => [value].flat().some((text) => text.length > LONGEST))
    .map(([field]) => ({ code: 'dossiers/too-long', field, params: { most: '20.000' } }));
}
