import { EventEmitter } from 'node:events';
import { guard } from './not-implemented';

/**
 * Base of the stand-in's classes with events: the constructor hands back a guard, so private fields of subclasses
 * live on the guard itself and members Electron has but the stand-in lacks throw by name.
 */
export class GuardedEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    return guard(name, this);
  }
}
