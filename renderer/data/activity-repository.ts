import { longestActivityNote, mostSteps, type Activity, type ActivityId } from '#shared/domain/activity';
import { AppError } from '#shared/errors';
import { database } from './database';
import { makeId } from './make-id';
import type { DiscountStep } from '#shared/domain/discount';

/** All promotions, the newest first day first (R57). */
export async function listActivities(): Promise<Activity[]> {
  return (await database().activities.toArray()).sort((a, b) => b.from - a.from || (a.id < b.id ? 1 : -1));
}

/** Promotions of which some day lies in `from` <= time < `to` (epoch ms), in their order of days. */
export async function listActivitiesBetween(from: number, to: number): Promise<Activity[]> {
  return (await listActivities()).filter((one) => one.from < to && one.to > from).reverse();
}

const whole = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

function isFine(step: DiscountStep): boolean {
  if (step.kind === 'percent') return whole(step.perMille) && step.perMille <= 1000;
  return whole(step.fromFen) && whole(step.offFen);
}

/** Keeps a promotion (R57), new or changed. Throws `invalidInput` without a name or with days or sums that cannot be. */
export async function saveActivity(
  id: ActivityId | null,
  input: Omit<Activity, 'id' | 'createdAt' | 'sample'>,
  now: number,
  sample = false,
): Promise<Activity> {
  const { activities } = database();
  const name = input.name.normalize('NFC').trim();
  const note = input.note.trim().slice(0, longestActivityNote);
  const fits = input.from < input.to && input.steps.length <= mostSteps && input.steps.every(isFine);
  if (name === '' || !fits) throw new AppError('invalidInput', { what: 'activity' });
  return database().transaction('rw', activities, async () => {
    const old = id === null ? undefined : await activities.get(id);
    const activity: Activity = {
      ...input,
      name,
      note,
      id: old?.id ?? (makeId<'activity'>(now) as ActivityId),
      createdAt: old?.createdAt ?? now,
      sample: old?.sample ?? sample,
    };
    await activities.put(activity);
    return activity;
  });
}

/** Takes a promotion out; undo brings it back. */
export async function removeActivity(id: ActivityId): Promise<void> {
  await database().activities.delete(id);
}
