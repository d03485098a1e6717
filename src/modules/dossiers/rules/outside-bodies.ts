/**
 * For whom a dossier waits that works outside this system (`regulation.md`, time that does not count): nobody of them can
 * answer here, so the office that waits says when it has the answer. `posting`: until a notice has hung long enough. `post`: papers
 * on their way between offices; the way of a result to the applicant comes after the end and excludes nothing.
 */
export const outsideBodies = ['posting', 'medical-board', 'expert', 'court', 'authority', 'post'] as const;
export type OutsideBody = (typeof outsideBodies)[number];

export function outsideBodyOf(text: string): OutsideBody | undefined {
  return outsideBodies.find((one) => one === text);
}
