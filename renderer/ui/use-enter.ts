import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { isComposing } from './is-composing';

/**
 * Enter on a list that is looked up while one types. Until the answer to `question` is there, the rows on the screen
 * belong to an older one: Enter is kept and acts once the answer has come, unless something else is typed meanwhile.
 * @param isFresh The rows shown answer this very question.
 * @returns To be asked by every keydown, before anything else acts on it; true when Enter was kept for later.
 */
export function useEnter(
  question: string,
  isFresh: boolean,
  act: () => void,
): (event: KeyboardEvent) => boolean {
  const [kept, setKept] = useState<string | null>(null);
  if (kept !== null && kept !== question) setKept(null);
  const actAtLast = useEffectEvent(act);
  useEffect(() => {
    if (isFresh && kept === question) actAtLast();
  }, [isFresh, kept, question]);
  return (event) => {
    if (event.key !== 'Enter' || isComposing(event) || isFresh) return false;
    event.preventDefault();
    setKept(question);
    return true;
  };
}
