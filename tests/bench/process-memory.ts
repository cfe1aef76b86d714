import { readdir, readFile } from 'node:fs/promises';

/** Memory in MB of every process this one has started, shared pages counted once; null where Linux does not tell. */
export async function childrenMegabytes(): Promise<number | null> {
  const parents = new Map<number, number>();
  try {
    for (const name of await readdir('/proc')) {
      const pid = Number(name);
      if (!Number.isInteger(pid)) continue;
      const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const parent = /\) \S (\d+)/.exec(text)?.[1];
      if (parent !== undefined) parents.set(pid, Number(parent));
    }
  } catch {
    return null;
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue;
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss_Anon:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}
