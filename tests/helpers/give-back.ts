/**
 * Remembers what tests like to replace in the outside world, and puts it back: all component test files of a worker
 * share one window, and what one of them forgot would be found by the next.
 * @returns puts everything back as it was at the call
 */
export function rememberWorld(): () => void {
  const objects = [
    URL,
    Element.prototype,
    HTMLElement.prototype,
    HTMLImageElement.prototype,
    HTMLMediaElement.prototype,
    HTMLCanvasElement.prototype,
    Range.prototype,
    navigator,
    document,
  ].map((object) => [object, Object.getOwnPropertyDescriptors(object)] as const);
  const names = [
    ...globalNames(),
    'fetch',
    'matchMedia',
    'getComputedStyle',
    'desktop',
    'innerWidth',
    'innerHeight',
  ];
  const globals = names.map((name) => [name, Reflect.get(globalThis, name) as unknown] as const);
  return () => {
    for (const [object, before] of objects) {
      for (const key of Reflect.ownKeys(object)) if (!(key in before)) Reflect.deleteProperty(object, key);
      for (const [key, old] of Object.entries(before)) {
        const now = Object.getOwnPropertyDescriptor(object, key);
        if (now?.value !== old.value || now?.get !== old.get) Reflect.defineProperty(object, key, old);
      }
    }
    for (const [name, old] of globals) {
      if (Reflect.get(globalThis, name) !== old) Reflect.set(globalThis, name, old);
    }
  };
}

/** Classes such as `Blob`: every global that begins with a capital letter. */
function globalNames(): readonly string[] {
  return Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name));
}
