/** What a crash report holds. */
export type CrashFacts = {
  readonly kind: 'uncaughtException' | 'unhandledRejection' | 'rendererGone' | 'childGone' | 'startFailed';
  /** Epoch ms. */
  readonly at: number;
  readonly version: string;
  readonly platform: string;
  /** Reason Electron gives for a lost process, such as `oom`. */
  readonly reason?: string;
  readonly error?: unknown;
};

/**
 * A crash report as text, without personal data: no message (it can hold names and paths), and of the stack only
 * functions, file names without folders, and line numbers.
 */
export function crashText({ kind, at, version, platform, reason, error }: CrashFacts): string {
  const lines = [
    `kind: ${kind}`,
    `at: ${new Date(at).toISOString()}`,
    `version: ${version}`,
    `platform: ${platform}`,
  ];
  if (reason !== undefined) lines.push(`reason: ${reason}`);
  if (error instanceof Error) {
    const code = (error as NodeJS.ErrnoException).code;
    lines.push(`error: ${error.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...stackPlaces(error));
  }
  return `${lines.join('\n')}\n`;
}

function stackPlaces(error: Error): readonly string[] {
  const places: string[] = [];
  for (const line of (error.stack ?? '').split('\n')) {
    // Only lines of this shape are places; a message with line breaks can hold anything else.
    const match = /^\s+at (?:(?<name>[\w.<>$ ]{1,80}) \()?(?:.*[\\/])?(?<file>[\w.-]+:\d+:\d+)\)?$/.exec(
      line,
    );
    if (match?.groups === undefined) continue;
    const { name, file } = match.groups;
    places.push(`  at ${name === undefined ? '' : `${name} `}${file ?? ''}`);
  }
  return places.slice(0, 20);
}
