import type { Page } from '@playwright/test';

/** One piece of work of the window's main thread, in ms: how long it lasted, and how long it had the processor. */
export type Work = { readonly wall: number; readonly own: number };

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
};

/**
 * Watches the window's main thread from outside. On a busy machine a block is mostly waiting for a turn; only what it
 * did itself can be made shorter. The function that comes back ends it and gives all work of at least 20 ms.
 */
export async function watchWork(page: Page): Promise<() => Promise<readonly Work[]>> {
  const browser = page.context().browser();
  if (browser === null) return () => Promise.resolve([]);
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      const long = event.name === 'ThreadControllerImpl::RunTask' && (event.dur ?? 0) >= 20_000;
      if (long || event.name === 'thread_name') events.push(event);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  return async () => {
    const complete = new Promise((resolve) => {
      session.once('Tracing.tracingComplete', resolve);
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const windows = new Set(
      events.flatMap(({ name, args, pid, tid }) =>
        name === 'thread_name' && args.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [],
      ),
    );
    return events
      .filter(({ name, pid, tid }) => name !== 'thread_name' && windows.has(`${pid} ${tid}`))
      .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, own: tdur / 1000 }));
  };
}
