/** What was typed without blanks around it; Chinese keyboards write digits, colons and dashes full-width. */
export function plainText(text: string): string {
  return text.normalize('NFKC').trim();
}
