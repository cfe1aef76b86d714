import { theme, type ThemeConfig } from 'antd';

export type ThemeMode = 'light' | 'dark';
export type Density = 'small' | 'middle' | 'large';

type Palette = {
  readonly paper: string;
  readonly card: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly indigo: string;
  readonly indigoSoft: string;
  readonly late: string;
  readonly ok: string;
  readonly soon: string;
};

/** The same values as tokens.css, for antd's own components. */
const palettes: Readonly<Record<ThemeMode, Palette>> = {
  light: {
    paper: '#f6f5f1',
    card: '#ffffff',
    line: '#e6e3dc',
    lineStrong: '#d3cfc5',
    ink: '#1d2129',
    ink2: '#565c66',
    ink3: '#656a74',
    indigo: '#2f4b8f',
    indigoSoft: '#e9edf7',
    late: '#b3261e',
    ok: '#2a7348',
    soon: '#8a5f00',
  },
  dark: {
    paper: '#15171b',
    card: '#1d2025',
    line: '#2c3038',
    lineStrong: '#3a3f49',
    ink: '#e8e9eb',
    ink2: '#a9afb9',
    ink3: '#939ba7',
    indigo: '#8ea6e6',
    indigoSoft: '#232c44',
    late: '#f08a82',
    ok: '#6fc391',
    soon: '#e0b65a',
  },
};

const controlHeight: Readonly<Record<Density, number>> = { small: 28, middle: 32, large: 36 };

/** antd's theme made from Liudi's tokens. */
export function antdTheme(mode: ThemeMode, density: Density): ThemeConfig {
  const colors = palettes[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colors.indigo,
      colorInfo: colors.indigo,
      colorError: colors.late,
      colorSuccess: colors.ok,
      colorWarning: colors.soon,
      colorText: colors.ink,
      colorTextSecondary: colors.ink2,
      colorTextPlaceholder: colors.ink3,
      colorBgLayout: colors.paper,
      colorBgContainer: colors.card,
      colorBgElevated: colors.card,
      colorBorder: colors.lineStrong,
      colorBorderSecondary: colors.line,
      controlItemBgActive: colors.indigoSoft,
      borderRadius: 8,
      fontSize: 13,
      lineHeight: 20 / 13,
      controlHeight: controlHeight[density],
      fontFamily: 'var(--font)',
      motionDurationSlow: '0.14s',
      motionDurationMid: '0.12s',
      motionDurationFast: '0.08s',
      boxShadow: '0 6px 24px rgb(0 0 0 / 14%)',
      boxShadowSecondary: '0 6px 24px rgb(0 0 0 / 14%)',
    },
    components: {
      Button: {
        primaryColor: mode === 'dark' ? '#10131a' : '#ffffff',
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Modal: { titleFontSize: 15 },
      // What is chosen stands out more than what the mouse is on.
      Segmented: mode === 'dark' ? { itemSelectedBg: colors.lineStrong } : {},
    },
  };
}
