import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundleHost } from './bundle-host';
import type { DriverCalls, HostCalls } from './control';
import { connectRpc, type Handlers, type Remote } from './rpc';

export type HostOptions = {
  /** The built main script. */
  readonly main: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly driver: Handlers<DriverCalls>;
  readonly onLog: (text: string) => void;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The process that runs the app's main code, seen from outside. */
export class HostProcess {
  readonly #child: ChildProcess;
  readonly #remote: Remote<HostCalls>;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>;

  static async start(options: HostOptions): Promise<HostProcess> {
    return new HostProcess(await bundleHost(), options);
  }

  private constructor(entry: string, options: HostOptions) {
    const child = spawn(process.execPath, [entry, options.main, ...(options.args ?? [])], {
      cwd: root,
      env: { ...process.env, NODE_OPTIONS: '', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => options.onLog(text));
    this.#child = child;
    this.exited = once(child, 'exit').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as string | null,
    }));
    this.#remote = connectRpc<DriverCalls, HostCalls>(
      {
        send: (message) => {
          // A failed write means the host is ending; its exit tells the rest.
          if (child.connected) child.send(message as object, () => {});
        },
        onMessage: (listener) => child.on('message', listener),
        onClose: (listener) => child.on('disconnect', listener),
      },
      options.driver,
    );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async call<Name extends keyof HostCalls>(
    name: Name,
    ...args: HostCalls[Name]['args']
  ): Promise<HostCalls[Name]['result']> {
    return await this.#remote.call(name, ...args);
  }

  /** SIGKILL: no chance to write anything more. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  terminate(): void {
    this.#child.kill('SIGTERM');
  }
}
