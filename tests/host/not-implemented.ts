/**
 * What makes the stand-in honest: whatever it does not implement throws with the API's name, so a use of Electron
 * that was never tried here is loud instead of `undefined`.
 */

/** Names that runtimes look up on any object (promises, loggers, test tools): answering "absent" is not a lie. */
const ASKED_BY_RUNTIMES = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  'asymmetricMatch',
]);

/** The error for one missing API or member. */
export function notImplemented(name: string): Error {
  return new Error(`stand-in: electron.${name} is not implemented`);
}

function isHarmless(name: string): boolean {
  return ASKED_BY_RUNTIMES.has(name) || name.startsWith('$$') || name.startsWith('@@');
}

/** Wraps an implemented object or class: reading, writing or calling a member it lacks throws by name. */
export function guard<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, property, receiver) {
      if (typeof property === 'symbol' || property in object) return Reflect.get(object, property, receiver);
      if (isHarmless(property)) return undefined;
      throw notImplemented(`${name}.${property}`);
    },
    set(object, property, value, receiver) {
      if (typeof property === 'symbol' || property in object)
        return Reflect.set(object, property, value, receiver);
      throw notImplemented(`${name}.${property}`);
    },
  });
}

/** Stands for a whole API that is not implemented: any use of it throws by name. */
export function missing(name: string): never {
  const refuse = (): never => {
    throw notImplemented(name);
  };
  const target = function notImplementedApi(): void {};
  return new Proxy(target, {
    get(_object, property) {
      if (typeof property === 'symbol' || isHarmless(property)) return undefined;
      throw notImplemented(`${name}.${property}`);
    },
    set: refuse,
    apply: refuse,
    construct: refuse,
  }) as never;
}
