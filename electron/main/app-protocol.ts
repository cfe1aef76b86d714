import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from './content-security-policy';
import { answerUpload } from './files/upload-request';
import { downloadPath, type Downloads } from './files/downloads';
import { type Transfers, uploadPath } from './files/transfers';
import { frozenNames } from './frozen-names';
import type { StaticFile, StaticFiles } from './static-files';

/** Stands in the documents where the nonce of the response goes. */
const noncePlaceholder = '__CSP_NONCE__';

/**
 * Answers every request of the `app` scheme: GET of a built file, GET or PUT of bytes at a one-time address.
 * Anything else is a 4xx without a body that could tell something.
 */
export function appProtocol(
  files: StaticFiles,
  transfers: Transfers,
  downloads: Downloads,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const address = readAddress(request.url);
    if (address === null) return refuse(400);
    if (request.method === 'PUT' && address.startsWith(uploadPath)) {
      return withHeaders(await answerUpload(request, address.slice(uploadPath.length), transfers), null);
    }
    if (request.method !== 'GET') return refuse(405);
    if (address.startsWith(downloadPath)) return giveOut(downloads.take(address.slice(downloadPath.length)));
    const found = files.get(address);
    return found === undefined ? refuse(404) : serve(found);
  };
}

/** Path of an address on our origin, or null. Encoded separators and NUL are never an honest spelling. */
function readAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, pathname } = new URL(url);
  if (`${protocol}//${host}` !== frozenNames.origin || username !== '') return null;
  return /%(?:00|2f|5c|2e)|\\|\/\//i.test(pathname) ? null : pathname;
}

async function serve({ file, type }: StaticFile): Promise<Response> {
  const bytes = await readFile(file);
  if (!type.startsWith('text/html')) {
    return withHeaders(new Response(bytes, { headers: { 'Content-Type': type } }), null);
  }
  const nonce = randomBytes(16).toString('base64');
  const document = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce);
  return withHeaders(new Response(document, { headers: { 'Content-Type': type } }), nonce);
}

/** Bytes only, never a type a page could run. */
function giveOut(body: ReadableStream<Uint8Array> | null): Response {
  if (body === null) return refuse(404);
  const headers = { 'Content-Type': 'application/octet-stream' };
  return withHeaders(new Response(body as ConstructorParameters<typeof Response>[0], { headers }), null);
}

function refuse(status: number): Response {
  return withHeaders(new Response(null, { status }), null);
}

function withHeaders(response: Response, nonce: string | null): Response {
  // On scripts too: a worker takes its policy from its own response.
  response.headers.set('Content-Security-Policy', contentSecurityPolicy(nonce));
  response.headers.set('X-Content-Type-Options', 'nosniff');
  response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  response.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  response.headers.set('Referrer-Policy', 'no-referrer');
  response.headers.set('Cache-Control', 'no-cache');
  return response;
}
