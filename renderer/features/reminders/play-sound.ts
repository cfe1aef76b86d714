import type { AlarmKind } from '#shared/domain/reminder';

const sounds: Readonly<Record<AlarmKind, string>> = {
  followUp: new URL('../../../assets/sounds/follow-up.wav', import.meta.url).href,
  deadline: new URL('../../../assets/sounds/deadline.wav', import.meta.url).href,
  commitment: new URL('../../../assets/sounds/commitment.wav', import.meta.url).href,
  patrol: new URL('../../../assets/sounds/patrol.wav', import.meta.url).href,
};

/** Plays the sound of a kind of alarm. Where the system allows no sound the list and the notification remain. */
export function playSound(kind: AlarmKind): void {
  new Audio(sounds[kind]).play().catch(() => undefined);
}
