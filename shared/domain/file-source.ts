import type { EvidenceSource } from './evidence';

/** How the apps of this trade name the files they save. */
const signs: readonly (readonly [EvidenceSource, RegExp])[] = [
  ['wechat', /微信(?:图片|截图|视频)|wechat|weixin|mmexport|wx_camera/i],
  ['qq', /QQ(?:图片|截图|视频|20\d\d)|tencent/i],
  ['wangwang', /旺旺|千牛|aliim|aliwork|wangwang|qianniu|TB2?[A-Za-z0-9._-]{8,}-\d+-\d+\.|^O1CN01/i],
  ['email', /邮件附件|e-?mail|outlook|foxmail/i],
  ['self', /^(?:IMG|DSC|DSCN|DSCF|PXL|VID|MVIMG|P\d{7}|GOPR)[_-]?\d{4,}/i],
];

/**
 * Where a file seems to come from, by the name and folder its sender's app gave it (R19); the way it came in when they
 * tell nothing. A guess the seller can change.
 */
export function guessSource(name: string, folder: string, way: EvidenceSource): EvidenceSource {
  const at = (text: string): EvidenceSource | undefined =>
    text === '' ? undefined : signs.find(([, sign]) => sign.test(text))?.[0];
  const byName = at(name);
  // A camera's name says who took it, not how it reached us: the chat's folder says more.
  return (byName === 'self' || byName === undefined ? (at(folder) ?? byName) : byName) ?? way;
}
