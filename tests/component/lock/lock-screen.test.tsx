import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { LockScreen } from '../../../renderer/features/lock/lock-screen';
import type { Reply } from '../../../shared/ipc/contract';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { renderPlain } from '../../helpers/render-plain';

const status = {
  on: true,
  locked: true,
  damaged: false,
  idleMinutes: 5,
  waitSeconds: 0,
  rows: 'sealed',
} as const;

/** Main that refuses every try, and says how long to wait. */
function refuse(seconds: number): { readonly tries: unknown[] } {
  installFakeDesktop();
  const tries: unknown[] = [];
  const real = globalThis.desktop;
  globalThis.desktop = new Proxy(real as NonNullable<typeof real>, {
    get: (target, key, receiver) =>
      key === 'unlock'
        ? (secret: unknown): Promise<Reply<never>> => {
            tries.push(secret);
            const error = { code: 'wrongPassphrase', detail: { seconds }, retry: false } as const;
            return Promise.resolve({ ok: false, error });
          }
        : Reflect.get(target, key, receiver),
  });
  return { tries };
}

describe('the lock screen', () => {
  test('opens with the passphrase by keyboard alone', async () => {
    const { calls } = installFakeDesktop();
    let opened = false;
    renderPlain(<LockScreen status={status} onUnlocked={() => (opened = true)} />);
    expect(screen.getByLabelText('口令')).toHaveFocus();
    await userEvent.keyboard('correct horse{Enter}');
    await waitFor(() => expect(opened).toBe(true));
    expect(calls).toEqual([{ name: 'unlock', args: [{ kind: 'passphrase', text: 'correct horse' }] }]);
  });

  test('takes the recovery code instead', async () => {
    const { calls } = installFakeDesktop();
    renderPlain(<LockScreen status={status} onUnlocked={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: '忘了口令，用恢复码' }));
    await userEvent.type(screen.getByLabelText('恢复码'), 'abcd{Enter}');
    expect(calls).toEqual([{ name: 'unlock', args: [{ kind: 'recovery', text: 'abcd' }] }]);
  });

  test('says that it was wrong, forgets what was typed, and waits as long as main says', async () => {
    const { tries } = refuse(20);
    renderPlain(<LockScreen status={status} onUnlocked={() => undefined} />);
    await userEvent.type(screen.getByLabelText('口令'), 'wrong one{Enter}');
    expect(await screen.findByText('口令不对，20 秒后可以再试。')).toBeInTheDocument();
    expect(screen.getByLabelText('口令')).toHaveValue('');
    await userEvent.type(screen.getByLabelText('口令'), 'again{Enter}');
    expect(tries).toHaveLength(1);
  });

  test('a lock whose file is damaged is said in words, with the way out, and offers no field', () => {
    installFakeDesktop();
    renderPlain(<LockScreen status={{ ...status, damaged: true }} onUnlocked={() => undefined} />);
    expect(screen.getByRole('alert')).toHaveTextContent('lock-copy.json');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByLabelText('口令')).toBeNull();
  });
});
