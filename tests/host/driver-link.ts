import type { DriverCalls } from './control';
import type { Remote } from './rpc';

/** The way from the host to whoever shows its windows. Attached once, before the app's own code runs. */
let driver: Remote<DriverCalls> | undefined;

export function attachDriver(remote: Remote<DriverCalls>): void {
  driver = remote;
}

/** Asks the driver; rejects when there is none or it refuses. */
export async function askDriver<Name extends keyof DriverCalls>(
  name: Name,
  ...args: DriverCalls[Name]['args']
): Promise<DriverCalls[Name]['result']> {
  if (driver === undefined) throw new Error(`stand-in: nobody is there to ${name}`);
  return await driver.call(name, ...args);
}

/** Tells the driver something whose answer does not matter to the app. */
export function tellDriver<Name extends keyof DriverCalls>(
  name: Name,
  ...args: DriverCalls[Name]['args']
): void {
  askDriver(name, ...args).catch((error: unknown) => {
    process.stderr.write(`stand-in: ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  });
}
