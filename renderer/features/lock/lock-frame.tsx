import type { ReactNode } from 'react';
import './lock.css';

/** The plain page around everything that is shown while the shop is not. */
export function LockFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="lock">
      <div className="lock-page card">
        <header className="lock-head">
          <div className="seal" aria-hidden="true">
            留
          </div>
          <h1>{title}</h1>
        </header>
        {children}
      </div>
    </main>
  );
}
