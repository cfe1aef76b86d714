/** JSON that cannot end the element it stands in. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Text as it stands in a page or in a quoted attribute of it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * What a page that stands alone may do: its own script and style, by their hashes, and nothing from anywhere.
 * @param more further rules
 */
export async function policyOf(script: string, style: string, more: readonly string[] = []): Promise<string> {
  return [
    "default-src 'none'",
    `script-src 'sha256-${await hashOf(script)}'`,
    `style-src 'sha256-${await hashOf(style)}'`,
    ...more,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
