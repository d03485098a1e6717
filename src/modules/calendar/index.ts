export {
  aboutInWords,
  limitInWords,
  openStateInWords,
  reasonInWords,
  ruleInWords,
  timeLeftInWords,
  weekdayInWords,
} from './in-words.ts';
export { loadCalendar } from './load-calendar.ts';
export { type CalendarFor, oncePerOffice } from './once-per-office.ts';
export { nextDaysOff, openState } from './open-state.ts';
export type { CalendarPageDeps } from './pages/page-deps.ts';
export { calendarRoutes } from './pages/routes.ts';
export { setOfficeHours, setOpeningHours } from './set-hours.ts';
export type { NamedDay } from './store.ts';
export { listConfirmedDays, listUncheckedDays, listYears } from './store-days.ts';
export { openingCalendarFor, workCalendarFor } from './work-calendar-for.ts';
