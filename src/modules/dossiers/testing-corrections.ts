/** What the one-stop puts right, for tests of books that follow it. */
export { correctData } from './actions/correct-data.ts';
export { correctProcedure } from './actions/correct-procedure.ts';
