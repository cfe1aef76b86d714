import { configure, render, type RenderResult } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';

// Working out what is hidden, and each name of each role, reads computed styles; with antd's thousands of rules
// that costs seconds a test. Nothing here depends on how things look.
// The timeout only matters on a busy machine: what is waited for comes within milliseconds on a free one.
configure({ defaultHidden: true, asyncUtilTimeout: 5000 });

/** Renders without antd's styles. */
export function renderPlain(node: ReactNode): RenderResult {
  return render(<ConfigProvider theme={{ zeroRuntime: true }}>{node}</ConfigProvider>);
}
