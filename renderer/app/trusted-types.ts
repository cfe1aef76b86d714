type PolicyFactory = {
  createPolicy: (
    name: string,
    rules: {
      createHTML: (text: string) => string;
      createScriptURL: (url: string) => string;
    },
  ) => unknown;
};

/**
 * With Trusted Types on, a text reaches `innerHTML` or a script address only through this policy. It passes style
 * text (antd sets its CSS that way: no `<` in it) and our own worker files, and refuses everything else.
 */
export function installTrustedTypes(): void {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: (text) => {
      if (text.includes('<')) throw new TypeError('Markup from text is not allowed');
      return text;
    },
    createScriptURL: (url) => {
      const target = new URL(url, location.href);
      if (target.origin !== location.origin || !target.pathname.startsWith('/assets/')) {
        throw new TypeError('Only our own workers are allowed');
      }
      return url;
    },
  });
}
