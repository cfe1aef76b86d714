import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request must bring to be served: the run's token as a cookie, or a window's ticket to get that cookie. */
export type GuardFacts = {
  readonly port: number;
  readonly token: string;
  readonly tickets: ReadonlyMap<string, string>;
};

/** Cookies know no ports, so the name tells apart several apps on this machine. */
export function cookieName(port: number): string {
  return `stand-in-${port}`;
}

function isToken(candidate: string | null | undefined, token: string | undefined): boolean {
  if (candidate === null || candidate === undefined || token === undefined) return false;
  const [given, right] = [Buffer.from(candidate), Buffer.from(token)];
  return given.length === right.length && timingSafeEqual(given, right);
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * Why a request is refused, or null. Other programs, other sites in the same browser and names that were pointed at
 * this machine (DNS rebinding) must get nothing, so every request proves it knows the run's secret.
 */
export function refusal(request: IncomingMessage, facts: GuardFacts): string | null {
  const origin = `http://127.0.0.1:${facts.port}`;
  const { host, origin: from } = request.headers;
  if (host !== `127.0.0.1:${facts.port}`) return 'wrong Host';
  if (from !== undefined && from !== origin) return 'foreign Origin';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'request from another site';
  const url = new URL(request.url ?? '/', origin);
  if (isToken(cookieOf(request, cookieName(facts.port)), facts.token)) return null;
  const ticket = facts.tickets.get(url.searchParams.get('window') ?? '');
  const isOpening = url.pathname === '/__host/open' && isToken(url.searchParams.get('token'), ticket);
  return isOpening ? null : 'no valid token';
}
