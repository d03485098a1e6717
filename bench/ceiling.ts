import type { DataSet } from './kept-data.ts';
import { carryOver, type Recording } from './recording.ts';
import { BareConnection, type Manner, replay } from './replay.ts';

export interface Ceiling {
  /** Lives a second when each statement waits for the answer of the one before. */
  readonly oneByOne: number;
  /** When the statements of a transaction are sent in one piece. */
  readonly inOnePiece: number;
  readonly statementsALife: number;
}

const OPTIONS = '-c role=motcua_app -c TimeZone=Asia/Ho_Chi_Minh';

/** The recorded lives sent straight to a fresh copy: the first tenth warms, half of the rest for each manner. */
export async function measureCeiling(
  set: DataSet,
  size: number,
  recording: Recording,
  connections: number,
): Promise<Ceiling> {
  await set.reset(size);
  return set.serverAlone(async (database) => {
    await carryOver(database, recording);
    const url = `${database.url()}&options=${encodeURIComponent(OPTIONS)}`;
    const open = await Promise.all(Array.from({ length: connections }, () => BareConnection.open(url)));
    const { lives } = recording;
    const warm = Math.ceil(lives.length / 10);
    const half = Math.floor((lives.length - warm) / 2);
    const aSecond = async (from: number, manner: Manner) =>
      half / (await replay(open, lives.slice(from, from + half), manner));
    await replay(open, lives.slice(0, warm), 'one by one');
    const oneByOne = await aSecond(warm, 'one by one');
    const inOnePiece = await aSecond(warm + half, 'in one piece');
    const errors = open.flatMap((connection) => connection.errors);
    await Promise.all(open.map((connection) => connection.close()));
    if (errors.length > 0) throw new Error(`${errors.length} statements failed: ${errors[0]}`);
    const statements = lives.reduce((so, life) => so + life.length, 0);
    return { oneByOne, inOnePiece, statementsALife: statements / lives.length };
  });
}
