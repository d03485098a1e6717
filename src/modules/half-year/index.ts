export { HALF_YEAR, type HalfYearProgress, loadHalfYear } from './actions/load-half-year.ts';
