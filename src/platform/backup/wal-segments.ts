const WHOLE = 0x1_0000_0000n;

/** `2/A000028` → the place in the log as a number of bytes. */
function bytesOf(lsn: string): bigint {
  const [high = '', low = ''] = lsn.split('/');
  return BigInt(`0x${high}`) * WHOLE + BigInt(`0x${low}`);
}

/**
 * Names of the files of the write-ahead log that hold everything from `start` up to but not including `stop`
 * (the place after the last byte that is needed), in their order.
 */
export function walSegments(timeline: number, start: string, stop: string, segmentBytes: number): string[] {
  const size = BigInt(segmentBytes);
  const first = bytesOf(start) / size;
  const last = (bytesOf(stop) - 1n) / size;
  const names: string[] = [];
  for (let segment = first; segment <= last; segment += 1n)
    names.push(nameOf(timeline, segment, WHOLE / size));
  return names;
}

function nameOf(timeline: number, segment: bigint, perFile: bigint): string {
  const parts = [BigInt(timeline), segment / perFile, segment % perFile];
  return parts.map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('');
}
