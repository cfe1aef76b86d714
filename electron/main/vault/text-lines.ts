const lineBreak = 0x0a;

/**
 * A stream's lines as bytes without their line breaks, in batches, so that the thread breathes between two. What comes
 * after the last line break is left out, a crash may have torn it off: `restBytes` says how long it is by now.
 */
export async function* readLineBatches(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly lines: readonly Buffer[]; readonly restBytes: number }> {
  // Pieces of a line that has not ended: joined once, at its end, or an endless line would take for ever.
  let rest: Buffer[] = [];
  let restBytes = 0;
  for await (const piece of source) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(lineBreak); end !== -1; end = chunk.indexOf(lineBreak, from)) {
      const part = chunk.subarray(from, end);
      lines.push(rest.length === 0 ? part : Buffer.concat([...rest, part]));
      rest = [];
      restBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      // A copy: the chunk may be used again for the next piece.
      rest.push(Buffer.from(chunk.subarray(from)));
      restBytes += chunk.length - from;
    }
    yield { lines, restBytes };
  }
}
