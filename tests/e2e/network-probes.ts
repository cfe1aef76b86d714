/**
 * Runs in the page: every way out that a page has, tried once. One that throws is closed; one that does not may still
 * be, which only the other end can tell. @returns how many ways were tried
 */
export async function tryEverything({
  url,
  stun,
}: {
  readonly url: string;
  readonly stun: number;
}): Promise<number> {
  const add = (tag: string, fields: Record<string, string>, into: Element = document.body): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(fields)) element.setAttribute(name, value);
    into.append(element);
    return element;
  };
  const links = [
    'stylesheet',
    'preload',
    'prefetch',
    'modulepreload',
    'manifest',
    'icon',
    'prerender',
    'dns-prefetch',
    'expect',
  ];
  const ways: (() => unknown)[] = [
    () => fetch(`${url}/fetch`),
    () => fetch(`${url}/no-cors`, { mode: 'no-cors', keepalive: true }),
    () => navigator.sendBeacon(`${url}/beacon`, 'x'),
    () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${url}/xhr`);
      request.send();
    },
    () => new EventSource(`${url}/events`),
    () => new WebSocket(`${url.replace('http', 'ws')}/socket`),
    () => new Worker(`${url}/worker.js`),
    () => new SharedWorker(`${url}/shared.js`),
    () => navigator.serviceWorker.register(`${url}/service.js`),
    () => {
      const code = new Blob([`fetch('${url}/blob-worker'); importScripts('${url}/import.js')`]);
      return new Worker(URL.createObjectURL(code));
    },
    () => import(`${url}/module.js`),
    ...links.map((rel) => () => add('link', { rel, href: `${url}/${rel}`, as: 'image' }, document.head)),
    () => add('img', { src: `${url}/image`, srcset: `${url}/set 2x` }),
    () => add('video', { src: `${url}/video`, poster: `${url}/poster`, autoplay: '' }),
    () => add('audio', { src: `${url}/audio`, autoplay: '' }),
    () => add('iframe', { src: `${url}/frame` }),
    () => add('iframe', { srcdoc: `<img src="${url}/srcdoc">` }),
    () => add('object', { data: `${url}/object` }),
    () => add('embed', { src: `${url}/embed` }),
    () => add('script', { src: `${url}/script.js` }),
    () => add('input', { type: 'image', src: `${url}/input` }),
    () => {
      add('div', {}).style.backgroundImage = `url(${url}/css)`;
    },
    () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { cursor: url(${url}/cursor), auto; border-image: url(${url}/border) 1 }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    () => new FontFace('outside', `url(${url}/font)`).load(),
    () => add('meta', { 'http-equiv': 'refresh', content: `0;url=${url}/refresh` }, document.head),
    () => {
      const form = add('form', { action: `${url}/form`, method: 'post' }) as HTMLFormElement;
      form.submit();
    },
    () => {
      const form = add('form', { action: `${url}/form-frame`, method: 'post', target: '_blank' });
      (form as HTMLFormElement).submit();
    },
    () => {
      add('a', { href: `${url}/click`, target: '_blank', ping: `${url}/ping` }).click();
    },
    () => window.open(`${url}/open`),
    () => {
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      use.setAttribute('href', `${url}/svg`);
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.append(use);
      document.body.append(svg);
    },
    async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
    },
  ];
  for (const way of ways) {
    try {
      Promise.resolve(way()).catch(() => undefined);
    } catch {
      // Closed.
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return ways.length;
}

/**
 * Runs in the page: lets WebRTC look for ways out, over a STUN server on this port; it goes on looking.
 * @returns whether it found one before it had none left to try
 */
export function findsCandidate(stun: number): Promise<boolean> {
  return new Promise((resolve) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stun}` }] });
    // Nothing else holds it.
    Reflect.set(globalThis, 'peer', peer);
    peer.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate !== null && candidate.candidate !== '') resolve(true);
    });
    peer.addEventListener('icegatheringstatechange', () => {
      if (peer.iceGatheringState === 'complete') resolve(false);
    });
    peer.createDataChannel('x');
    void peer.setLocalDescription();
  });
}
