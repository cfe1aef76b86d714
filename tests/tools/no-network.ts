import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Proof from outside that nothing goes out: runs a command (by default the end-to-end specs) under strace and lists
 * every address that any of its processes tried to reach. Ends with 1 when one lies outside this computer.
 * Linux with strace only: `npx tsx tests/tools/no-network.ts [command …]`.
 */
const given = process.argv.slice(2);
// Left out: network-switches.spec.ts opens a browser without the switches on purpose, which speaks to the local network.
const command =
  given.length > 0 ? given : ['npm', 'run', 'e2e', '--', '--grep-invert', 'the switches main sets'];
const folder = mkdtempSync(path.join(tmpdir(), 'no-network-'));
const log = path.join(folder, 'connect.log');
const traced = spawnSync(
  'strace',
  ['-f', '-yy', '-qq', '--seccomp-bpf', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', log, ...command],
  { stdio: 'inherit' },
);
const seen = new Map<string, number>();
for (const line of readFileSync(log, 'utf8').split('\n')) {
  const target = targetOf(line);
  if (target !== null) seen.set(target, (seen.get(target) ?? 0) + 1);
}
rmSync(folder, { recursive: true, force: true });
const local = /^(?:127\.|::1|unix|netlink)/;
/**
 * Chromium asks the kernel whether there is a route to the internet by connecting, and never writing to, a UDP socket:
 * no packet leaves. Known since Compass (mongodb-js/compass#6853).
 */
const routeProbe = /^(?:2001:4860:4860::8888|8\.8\.8\.8) udp \(connect\)$/;
const outside = [...seen.keys()].filter((target) => !local.test(target) && !routeProbe.test(target));
for (const [target, count] of [...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${count} × ${target}`);
console.log(outside.length === 0 ? 'nothing outside this computer' : `OUTSIDE: ${outside.join(', ')}`);
process.exitCode = outside.length > 0 || traced.status !== 0 ? 1 : 0;

/** Where a call goes: an address without its port, the kind of a local one, or null when the line names none. */
function targetOf(line: string): string | null {
  const family = /sa_family=(AF_\w+)/.exec(line)?.[1];
  if (family === undefined) return null;
  if (family === 'AF_UNIX') return 'unix socket';
  if (family === 'AF_NETLINK') return 'netlink (asking the kernel)';
  if (family === 'AF_UNSPEC') return null;
  const call = /\d+\s+(\w+)\(/.exec(line)?.[1] ?? '?';
  const address = /(?:inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)"/.exec(line)?.[1] ?? family;
  const kind = /<UDP/.test(line) ? ' udp' : '';
  return `${address}${kind} (${call})`;
}
