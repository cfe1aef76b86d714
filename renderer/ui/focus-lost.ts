/** Whether the keys reach nothing: what had the focus is gone or cannot take it any more. */
export function isFocusLost(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.matches(':disabled');
}
