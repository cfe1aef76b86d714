/**
 * Chromium's own switches that close every way to the network, below what `webRequest` and the page's policy see: names
 * are never looked up, and every connection, also a "preconnect" to a bare address, would have to pass a proxy that
 * is not there (port 9 takes nothing). Tried on a bare Chromium by tests/e2e/network-switches.spec.ts.
 */
export const networkSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  // Otherwise this computer's own addresses would pass by the proxy.
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];
