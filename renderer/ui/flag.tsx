import type { FlagColor } from '#shared/domain/order-note';

export const flagHex: Readonly<Record<FlagColor, string>> = {
  none: '#b9bec7',
  red: '#d23c32',
  yellow: '#d9a400',
  green: '#2f8f57',
  blue: '#2f6fd0',
  purple: '#8a4fc4',
  orange: '#d9782d',
  cyan: '#2f9fb0',
};

/** A memo flag; the colour word stands beside it or in `label`, never the colour alone. */
export function Flag({ color, label }: { readonly color: FlagColor; readonly label: string }) {
  return (
    <span
      className="flag"
      style={{ background: flagHex[color] }}
      role="img"
      aria-label={label}
      title={label}
    />
  );
}
