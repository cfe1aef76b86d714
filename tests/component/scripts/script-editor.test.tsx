import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { database } from '../../../renderer/data/database';
import { listScripts } from '../../../renderer/data/script-repository';
import { ScriptEditor } from '../../../renderer/features/scripts/script-editor';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { press, renderPlain } from '../../helpers/render-plain';
import { useRealFiles } from '../evidence/real-files';
import { bytes, pngHead } from '../../unit/evidence/file-bytes';

it('pictures are dropped or pasted into a message and kept with it; what is none is refused and said', async () => {
  installFakeDesktop();
  useRealFiles();
  const elsewhere = vi.fn();
  document.addEventListener('paste', elsewhere);
  window.addEventListener('drop', elsewhere);
  const closed = vi.fn();
  renderPlain(<ScriptEditor script={null} onClose={closed} />);
  const text = await screen.findByLabelText('内容');
  fireEvent.change(text, { target: { value: '亲，地址看图' } });
  const card = new File([bytes([pngHead(40, 30)], 200)], '地址卡.png');
  const chart = new File([bytes([pngHead(41, 31)], 200)], '尺码表.png');
  const svg = new File(['<svg onload="alert(1)"/>'], '坏图.png');
  fireEvent.drop(text, { dataTransfer: { files: [card, svg], types: ['Files'] } });
  expect(await screen.findByText('地址卡.png')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('“坏图.png”没有收');
  fireEvent.paste(text, { clipboardData: { files: [chart], types: ['Files'] } });
  expect(await screen.findByText('尺码表.png')).toBeTruthy();
  // Text that is pasted stays the field's own.
  fireEvent.paste(text, { clipboardData: { files: [svg], types: ['text/plain', 'Files'] } });
  expect(elsewhere).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByLabelText('去掉图片“地址卡.png”'));
  press(/^保存/);
  await waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  });
  const own = (await listScripts()).find(({ state }) => state === 'own');
  expect(own?.pictures?.map(({ name }) => name)).toEqual(['尺码表.png']);
  expect(await database().blobs.count()).toBe(1);
  document.removeEventListener('paste', elsewhere);
  window.removeEventListener('drop', elsewhere);
}, 40_000);
