import { z } from 'zod';
import {
  bytes,
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  route,
} from '#platform/http/route.ts';
import { askForPrint } from '../actions/ask-for-print.ts';
import { findOwnPrint, readOwnPrint } from '../actions/read-print.ts';
import { registerKeepers } from '../rules/registers.ts';
import { type DossierPageDeps, paths, readerOf } from './page-deps.ts';
import { RegisterPrintPage } from './register-print-page.tsx';
import { questionOf, registerQuery, slugOf } from './register-question.ts';

const access = { roles: registerKeepers };
const params = z.object({ print: z.string().max(60) });
type OfPrint = Request<z.infer<typeof params>>;
const uuid = z.uuid();

/** A month of a register on paper: asked for, made by the worker, fetched by whoever asked. */
export function registerPrintRoutes(deps: DossierPageDeps): Route[] {
  return [
    route({
      method: 'POST',
      path: paths.registerPrints,
      access,
      form: registerQuery.omit({ sau: true }).extend({ key: uuid }),
      handle: async (request) => {
        const question = questionOf(request, request.form);
        if (!question) return notFound();
        const { key } = request.form;
        await askForPrint(deps, { ...readerOf(request), key }, question);
        return redirect(paths.registerPrint(key));
      },
    }),
    route({
      method: 'GET',
      path: paths.registerPrint(':print'),
      access,
      params,
      handle: (request) =>
        request.params.print.endsWith('.pdf') ? pdf(deps, request) : printPage(deps, request),
    }),
  ];
}

async function printPage(deps: DossierPageDeps, request: OfPrint): Promise<Reply> {
  const id = uuid.safeParse(request.params.print);
  const { actor } = readerOf(request);
  const print = id.success ? await findOwnPrint(deps.db, actor, id.data, request.machineNow) : undefined;
  if (!print) return notFound();
  const frame = await deps.deskFrame(request);
  return page(<RegisterPrintPage frame={frame} print={print} slug={slugOf(print.kind)} />);
}

async function pdf(deps: DossierPageDeps, request: OfPrint): Promise<Reply> {
  const id = uuid.safeParse(request.params.print.replace(/\.pdf$/, ''));
  const read = id.success ? await readOwnPrint(deps, readerOf(request), id.data) : undefined;
  if (!read) return notFound();
  const { kind, month } = read.print;
  return bytes(read.pdf, 'application/pdf', `so-${slugOf(kind)}-${month}.pdf`);
}
