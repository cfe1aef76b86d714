/** The first line of what happened as the reason in short; without its full stop, as a sentence goes on behind it. */
export function reasonInShort(description: string): string {
  const [first = ''] = description.trim().split(/[\r\n]/, 1);
  return first.trim().replace(/[\s。．.；;，,、]+$/u, '');
}
