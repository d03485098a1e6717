import type { ComponentChild } from 'preact';
import type { z } from 'zod';
import type { Outcome, Refusal } from '#kernel/refusal.ts';
import { statusOfRefusal } from './refusal-status.ts';
import {
  type Access,
  notFound,
  page,
  type Reply,
  type Request,
  type Route,
  redirect,
  route,
} from './route.ts';
import { tooLong } from './typed-field.ts';

export interface FormRoute<P, Q, F extends object> {
  readonly path: string;
  readonly access: Access;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly form: z.ZodType<F>;
  /** Characters that a field takes, where it is not a line (`tooLong`). */
  readonly longest?: Readonly<Record<string, number>>;
  /** Draws the form: empty, or with what was typed and why it was refused. Undefined: there is no such thing. */
  readonly show: (
    request: Request<P, Q, unknown>,
    sent: { readonly typed: F; readonly refusal: Refusal } | null,
  ) => Promise<ComponentChild | undefined>;
  /** The value is where to go next, or the answer itself. */
  readonly press: (request: Request<P, Q, F>) => Promise<Outcome<string | Reply>>;
}

/** One form on a page of its own: GET draws it, POST presses it; a refused press keeps all that was typed. */
export function formRoutes<P = unknown, Q = unknown, F extends object = object>(
  form: FormRoute<P, Q, F>,
): Route[] {
  const { path, access } = form;
  const parts = {
    path,
    access,
    ...(form.params ? { params: form.params } : {}),
    ...(form.query ? { query: form.query } : {}),
  };
  return [
    route<P, Q>({
      ...parts,
      method: 'GET',
      handle: async (request) => {
        const node = await form.show(request, null);
        return node === undefined ? notFound() : page(node);
      },
    }),
    route<P, Q, F>({
      ...parts,
      method: 'POST',
      form: form.form,
      handle: async (request) => {
        const long = tooLong(request.form, form.longest);
        const outcome = long ? ({ ok: false, refusal: long } as const) : await form.press(request);
        if (outcome.ok) return typeof outcome.value === 'string' ? redirect(outcome.value) : outcome.value;
        const status = statusOfRefusal(outcome.refusal);
        if (status === 404) return notFound();
        const node = await form.show(request, { typed: request.form, refusal: outcome.refusal });
        return node === undefined ? notFound() : page(node, status);
      },
    }),
  ];
}
