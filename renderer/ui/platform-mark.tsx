import type { Platform } from '#shared/domain/platform';

/** One sign and one colour per platform, as sellers know them. Data, not a code path. */
const marks: Readonly<Record<Platform, { readonly sign: string; readonly color: string }>> = {
  taobao: { sign: '淘', color: '#c24f12' },
  tmall: { sign: '猫', color: '#c8102e' },
  jd: { sign: '京', color: '#b2131c' },
  pdd: { sign: '拼', color: '#c6344a' },
  douyin: { sign: '抖', color: '#23262d' },
  kuaishou: { sign: '快', color: '#b35a0c' },
  xhs: { sign: '红', color: '#d33a52' },
  '1688': { sign: '阿', color: '#b8560a' },
  wechat: { sign: '微', color: '#1f7a46' },
  xianyu: { sign: '闲', color: '#8a6a00' },
  other: { sign: '他', color: '#5b6472' },
};

/** The small coloured square that says which platform a row belongs to; `label` is its full name. */
export function PlatformMark({ platform, label }: { readonly platform: Platform; readonly label: string }) {
  const { sign, color } = marks[platform];
  return (
    <span className="platform-mark" style={{ background: color }} role="img" aria-label={label} title={label}>
      {sign}
    </span>
  );
}
