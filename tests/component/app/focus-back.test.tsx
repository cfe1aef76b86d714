import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { useFocusBack } from '../../../renderer/app/use-focus-back';
import { useScreen } from '../../../renderer/state/screen-store';
import { renderPlain } from '../../helpers/render-plain';

beforeEach(() => {
  useScreen.setState({ overlay: null });
});

/** A page with two buttons, and whatever lies over it, which takes the focus and goes with it. */
function Page() {
  const overlay = useScreen((state) => state.overlay);
  useFocusBack(overlay !== null);
  return (
    <>
      <button type="button">one</button>
      <button type="button">two</button>
      {overlay === null ? null : (
        <div role="dialog">
          <button type="button" ref={(node) => node?.focus()} key={overlay.kind}>
            inside
          </button>
        </div>
      )}
    </>
  );
}

const show = (kind: 'keys' | 'palette'): void => {
  act(() => {
    useScreen.getState().showOverlay({ kind });
  });
};
const close = (): void => {
  act(() => {
    useScreen.getState().closeOverlay();
  });
};

test('what opened an overlay has the focus again when it closes, also by way of another overlay', () => {
  renderPlain(<Page />);
  screen.getByText('two').focus();
  show('keys');
  expect(screen.getByText('inside')).toHaveFocus();
  close();
  expect(screen.getByText('two')).toHaveFocus();
  screen.getByText('one').focus();
  show('palette');
  show('keys');
  close();
  expect(screen.getByText('one')).toHaveFocus();
});

test('an overlay that has put the focus somewhere itself is left alone', () => {
  renderPlain(<Page />);
  screen.getByText('two').focus();
  show('keys');
  screen.getByText('one').focus();
  close();
  expect(screen.getByText('one')).toHaveFocus();
});
