import kernelEn from '#kernel/words/en.json' with { type: 'json' };
import kernelVi from '#kernel/words/vi.json' with { type: 'json' };
import httpEn from '#platform/http/words/en.json' with { type: 'json' };
import httpVi from '#platform/http/words/vi.json' with { type: 'json' };
import type { WordFile } from '#platform/i18n/words.ts';
import uiEn from '#ui/words/en.json' with { type: 'json' };
import uiVi from '#ui/words/vi.json' with { type: 'json' };
import administrationEn from '../modules/administration/words/en.json' with { type: 'json' };
import administrationVi from '../modules/administration/words/vi.json' with { type: 'json' };
import calendarEn from '../modules/calendar/words/en.json' with { type: 'json' };
import calendarVi from '../modules/calendar/words/vi.json' with { type: 'json' };
import cashEn from '../modules/cash/words/en.json' with { type: 'json' };
import cashVi from '../modules/cash/words/vi.json' with { type: 'json' };
import catalogueEn from '../modules/catalogue/words/en.json' with { type: 'json' };
import catalogueVi from '../modules/catalogue/words/vi.json' with { type: 'json' };
import certificationEn from '../modules/certification/words/en.json' with { type: 'json' };
import certificationVi from '../modules/certification/words/vi.json' with { type: 'json' };
import counterEn from '../modules/counter/words/en.json' with { type: 'json' };
import counterVi from '../modules/counter/words/vi.json' with { type: 'json' };
import documentsEn from '../modules/documents/words/en.json' with { type: 'json' };
import documentsVi from '../modules/documents/words/vi.json' with { type: 'json' };
import dossiersEn from '../modules/dossiers/words/en.json' with { type: 'json' };
import dossiersVi from '../modules/dossiers/words/vi.json' with { type: 'json' };
import flowEn from '../modules/flow/words/en.json' with { type: 'json' };
import flowVi from '../modules/flow/words/vi.json' with { type: 'json' };
import helpEn from '../modules/help/words/en.json' with { type: 'json' };
import helpVi from '../modules/help/words/vi.json' with { type: 'json' };
import identityEn from '../modules/identity/words/en.json' with { type: 'json' };
import identityVi from '../modules/identity/words/vi.json' with { type: 'json' };
import incidentsEn from '../modules/incidents/words/en.json' with { type: 'json' };
import incidentsVi from '../modules/incidents/words/vi.json' with { type: 'json' };
import portalEn from '../modules/portal/words/en.json' with { type: 'json' };
import portalVi from '../modules/portal/words/vi.json' with { type: 'json' };
import protectionEn from '../modules/protection/words/en.json' with { type: 'json' };
import protectionVi from '../modules/protection/words/vi.json' with { type: 'json' };
import remindersEn from '../modules/reminders/words/en.json' with { type: 'json' };
import remindersVi from '../modules/reminders/words/vi.json' with { type: 'json' };
import reportsEn from '../modules/reports/words/en.json' with { type: 'json' };
import reportsVi from '../modules/reports/words/vi.json' with { type: 'json' };
import riskEn from '../modules/risk/words/en.json' with { type: 'json' };
import riskVi from '../modules/risk/words/vi.json' with { type: 'json' };
import takeoverEn from '../modules/takeover/words/en.json' with { type: 'json' };
import takeoverVi from '../modules/takeover/words/vi.json' with { type: 'json' };
import mainEn from './words/en.json' with { type: 'json' };
import mainVi from './words/vi.json' with { type: 'json' };

/** Words of every module; the key at run time is `<module>.<key>`. */
export const moduleWords: Readonly<Record<string, WordFile>> = {
  http: { vi: httpVi, en: httpEn },
  kernel: { vi: kernelVi, en: kernelEn },
  ui: { vi: uiVi, en: uiEn },
  main: { vi: mainVi, en: mainEn },
  administration: { vi: administrationVi, en: administrationEn },
  calendar: { vi: calendarVi, en: calendarEn },
  catalogue: { vi: catalogueVi, en: catalogueEn },
  documents: { vi: documentsVi, en: documentsEn },
  certification: { vi: certificationVi, en: certificationEn },
  counter: { vi: counterVi, en: counterEn },
  cash: { vi: cashVi, en: cashEn },
  dossiers: { vi: dossiersVi, en: dossiersEn },
  incidents: { vi: incidentsVi, en: incidentsEn },
  portal: { vi: portalVi, en: portalEn },
  help: { vi: helpVi, en: helpEn },
  identity: { vi: identityVi, en: identityEn },
  takeover: { vi: takeoverVi, en: takeoverEn },
  reminders: { vi: remindersVi, en: remindersEn },
  reports: { vi: reportsVi, en: reportsEn },
  flow: { vi: flowVi, en: flowEn },
  risk: { vi: riskVi, en: riskEn },
  protection: { vi: protectionVi, en: protectionEn },
};
