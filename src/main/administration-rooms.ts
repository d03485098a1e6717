import type { CivilDate } from '#kernel/civil-date.ts';
import { type AdministrationDeps, administrationRoutes } from '#modules/administration/index.ts';
import { calendarRoutes } from '#modules/calendar/index.ts';
import { listProcedures } from '#modules/catalogue/index.ts';
import { countOpenOf, countOpenOver } from '#modules/dossiers/index.ts';
import { organisationRoutes } from '#modules/identity/index.ts';
import { incidentRoutes } from '#modules/incidents/index.ts';
import { listSectionKeys } from '#modules/workflow/index.ts';
import type { Queries } from '#platform/db/database.ts';
import type { Route } from '#platform/http/route.ts';
import { listCertificates } from '#platform/papers/list-certificates.ts';
import type { Surroundings } from './application.ts';
import { identityDeps } from './identity-deps.ts';
import { signingFolder } from './start/secrets.ts';

/** The administrator's start page and rooms; what each needs from modules above its own is handed to it here. */
export function roomsOfAdministration(
  surroundings: Surroundings,
  deskFrame: AdministrationDeps['deskFrame'],
): Route[] {
  const { db, random, publicUrl, keysFolder } = surroundings;
  const certificates = () => listCertificates(signingFolder(keysFolder));
  const above = { sectionsOf: listSectionKeys, countOpenWork: countOpenOf, listMatters };
  return [
    ...administrationRoutes({ db, random, deskFrame, certificates }),
    ...organisationRoutes({ ...identityDeps(surroundings), ...above, deskFrame, publicUrl }),
    ...calendarRoutes({ db, random, deskFrame, countOpenOver }),
    ...incidentRoutes({ db, random, deskFrame }),
  ];
}

/** What a delegation can name: the procedures in force on a day. */
function listMatters(q: Queries, on: CivilDate) {
  return listProcedures(q, { on });
}
