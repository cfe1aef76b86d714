import { Component, type ReactNode } from 'react';
import { toAppError, type AppError } from '#shared/errors';
import { FatalScreen } from './fatal-screen';

/** Keeps a mistake in our drawing code from leaving an empty window. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: AppError | null }
> {
  override state: { readonly error: AppError | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: AppError } {
    return { error: toAppError(error) };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <FatalScreen error={this.state.error} />;
  }
}
