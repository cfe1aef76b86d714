/**
 * Flags for every browser the stand-in starts. They keep it off the network and quiet; none of them weakens the
 * page's own walls (web security, site isolation, policy), or the security tests would lie.
 */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
  // As the app asks of Electron: no name is ever looked up, and only this machine answers.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** Features that phone home; for browsers that Playwright does not start (it brings its own list). */
const CALLING_FEATURES = [
  'MediaRouter',
  'DialMediaRouteProvider',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
  'AimEnabled',
  'Translate',
  'CertificateTransparencyComponentUpdater',
  'HttpsUpgrades',
];

/** Electron's storage policy: the disk is the only limit. */
const STORAGE = ['--unlimited-storage'];

/** For a browser under test: no graphics card, and no process for one. */
export function headlessFlags(): readonly string[] {
  return [...QUIET, ...STORAGE, '--disable-gpu', '--in-process-gpu'];
}

/** For a visible app window that nobody drives. */
export function appWindowFlags(): readonly string[] {
  return [...QUIET, ...STORAGE, `--disable-features=${CALLING_FEATURES.join(',')}`];
}

/** Chromium refuses to start its sandbox as root. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
