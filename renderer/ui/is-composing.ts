import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/** True while an input method is composing (Chinese, Japanese …): its Enter picks a word and must not submit. */
export function isComposing(event: ReactKeyboardEvent | KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  // 229: the key event some browsers still send right after the composition has ended.
  return native.isComposing || native.keyCode === 229;
}
