import { z } from 'zod';
import { textOfRefusal } from '#platform/http/refusal-status.ts';
import { page, type Route, redirect, route } from '#platform/http/route.ts';
import { typedField } from '#platform/http/typed-field.ts';
import { setPreference } from '../actions/set-preference.ts';
import type { ReminderPageDeps } from '../deps.ts';
import { mayGetLetters } from '../rules/mail-domains.ts';
import { findMailDomains } from '../store/mail-domains.ts';
import { findPreference } from '../store/preferences.ts';
import { actorOf, paths, remindedRoles } from './page-deps.ts';
import { PreferencePage } from './preference-page.tsx';

/** How one wants to be reminded. */
export function preferenceRoutes(deps: ReminderPageDeps): Route[] {
  const mails = deps.mail !== null;
  return [
    route({
      method: 'GET',
      path: paths.preference,
      access: { roles: remindedRoles },
      query: z.object({ xong: z.string().optional().catch(undefined) }),
      handle: async (request) => {
        const { way, address } = await findPreference(deps.db, actorOf(request).accountId);
        const domains = (await findMailDomains(deps.db))?.domains ?? [];
        const isPrivate = address !== null && !mayGetLetters(address, domains);
        const frame = await deps.deskFrame(request);
        const saved = request.query.xong !== undefined;
        const view = { frame, way, mails, domains, isPrivate, saved };
        return page(<PreferencePage {...view} address={address ?? ''} errors={[]} />);
      },
    }),
    route({
      method: 'POST',
      path: paths.preference,
      access: { roles: remindedRoles },
      form: z.object({ cach: typedField, thu: typedField }),
      handle: async (request) => {
        const { cach: way, thu: address } = request.form;
        const set = await setPreference(deps, actorOf(request).accountId, { way, address });
        if (set.ok) return redirect(`${paths.preference}?xong=1`);
        const errors = [{ field: set.refusal.field, text: textOfRefusal(request.t, set.refusal) }];
        const frame = await deps.deskFrame(request);
        const domains = (await findMailDomains(deps.db))?.domains ?? [];
        const view = { frame, way, address, mails, domains, errors, isPrivate: false, saved: false };
        return page(<PreferencePage {...view} />, 422);
      },
    }),
  ];
}
