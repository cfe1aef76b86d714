import { useEffect, useState } from 'react';

/** Tiles made in one piece of work: about a hundred at once, as when many files come in, would stop the window. */
const step = 24;

/** How many of `wanted` tiles to make now: all of them in the end, a few more after each breath of the window. */
export function useGradual(wanted: number): number {
  const [made, setMade] = useState(step);
  useEffect(() => {
    if (made >= wanted) return undefined;
    const timer = setTimeout(() => {
      setMade(made + step);
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [made, wanted]);
  return Math.min(made, wanted);
}
