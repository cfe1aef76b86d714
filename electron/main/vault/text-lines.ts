const lineBreak = 0x0a;

/**
 * A stream's lines as bytes without their line breaks, in batches, so that the thread breathes between two. What comes
 * after the last line break is given as `rest`: a crash may have torn it off.
 */
export async function* readLineBatches(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly lines: readonly Buffer[]; readonly rest: Buffer }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineBreak); end !== -1; end = chunk.indexOf(lineBreak, from)) {
      const part = chunk.subarray(from, end);
      lines.push(rest.length === 0 ? part : Buffer.concat([rest, part]));
      rest = Buffer.alloc(0);
      from = end + 1;
    }
    if (from < chunk.length) rest = Buffer.concat([rest, chunk.subarray(from)]);
    yield { lines, rest };
  }
}
