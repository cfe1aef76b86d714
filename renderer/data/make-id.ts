import { monotonicFactory } from 'ulid';
import type { Id } from '#shared/domain/ids';

const next = monotonicFactory();

/** A new id that sorts after every id made before it in this window. */
export function makeId<Kind extends string>(now: number): Id<Kind> {
  return next(now) as Id<Kind>;
}
