import { fireEvent, render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';

const theme = { zeroRuntime: true };

function Plain({ children }: { readonly children: ReactNode }) {
  return <ConfigProvider theme={theme}>{children}</ConfigProvider>;
}

/** Renders without antd's styles, which nobody looks at here and which cost jsdom dearly. */
export function renderPlain(node: ReactNode): RenderResult {
  return render(node, { wrapper: Plain });
}

type Scope = { readonly getAllByText: (text: string | RegExp) => HTMLElement[] };

/** The one button with this text. */
export function button(text: string | RegExp, scope: Scope = screen): HTMLElement {
  const found = scope.getAllByText(text).flatMap((one) => one.closest('button') ?? []);
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) throw new Error(`${found.length} buttons say ${String(text)}`);
  return only;
}

/** Clicks the button with this text. */
export function press(text: string | RegExp, scope?: Scope): void {
  fireEvent.click(button(text, scope));
}

/** What stands in the open dialog. */
export async function openDialog(): Promise<ReturnType<typeof within>> {
  return waitFor(() => {
    const dialog = document.querySelector<HTMLElement>('[role="dialog"]');
    if (dialog === null) throw new Error('no dialog');
    return within(dialog);
  });
}
