/** The nonce of this page's content policy: main puts a fresh one into every page it serves. */
export function readNonce(): string {
  return document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
}

/**
 * Gives every style element that our own code makes the nonce of the page's content policy. antd does so for its
 * themes but not for two helpers (scroll lock, measuring the scroll bar), which the policy would refuse. Markup that
 * came in as text is never made this way, so nothing foreign gains a nonce.
 */
export function giveStylesTheNonce(): void {
  const nonce = readNonce();
  const createElement = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
