import { useEffect, useState } from 'react';
import { now } from './clock';
import { listen } from './desktop';

const stepMs = 15_000;

/** The present (epoch ms), told anew every 15 seconds and at once when the clock jumped or the window comes back. */
export function useNow(): number {
  const [present, setPresent] = useState(now);
  useEffect(() => {
    const tell = (): void => {
      setPresent(now());
    };
    const timer = setInterval(tell, stepMs);
    document.addEventListener('visibilitychange', tell);
    const stop = listen('clockChanged', tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      stop();
    };
  }, []);
  return present;
}
