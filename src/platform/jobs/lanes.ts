/**
 * Works through what comes, so many at a time, and answers all answers. When one fails nothing new is begun, and it is
 * told only once nobody works any more: a job that begins again then meets nobody of before.
 */
export async function inLanes<T, A>(
  lanes: number,
  items: Generator<T>,
  work: (item: T) => Promise<A>,
): Promise<A[]> {
  const answers: A[] = [];
  const lane = async () => {
    try {
      for (let next = items.next(); !next.done; next = items.next()) answers.push(await work(next.value));
    } catch (error) {
      items.return(undefined);
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return answers;
}
