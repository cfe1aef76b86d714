/** Longer text is no name and no number. */
const longest = 60;

/**
 * Short text on the clipboard at the moment files come: sellers copy the buyer's nick or the order's number just
 * before. Empty where reading is not allowed, or takes too long.
 */
export async function readClipboardHint(): Promise<string> {
  try {
    const text = await Promise.race([
      navigator.clipboard.readText(),
      new Promise<string>((resolve) => {
        setTimeout(resolve, 300, '');
      }),
    ]);
    const line = text.trim();
    return line.length <= longest && !line.includes('\n') ? line : '';
  } catch {
    return '';
  }
}
