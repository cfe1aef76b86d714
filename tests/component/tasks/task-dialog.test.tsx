import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { addTask, listTasks } from '../../../renderer/data/task-repository';
import { TaskDialog } from '../../../renderer/features/tasks/task-dialog';
import { TaskPanel } from '../../../renderer/features/tasks/task-panel';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';

const input = { caseId: null, orderNo: '', dueAt: 0 } as const;

describe('the inbox of tasks', { timeout: 30_000 }, () => {
  it('R72 R106 a task is typed in and kept by Enter, the rest is ticked; filtered by who asked', async () => {
    installFakeDesktop();
    const present = Date.now();
    await addTask(
      { ...input, kind: 'query', requester: '仓库老李', text: '单号到哪了', dueAt: present - 1000 },
      present - 5000,
    );
    renderPlain(<TaskDialog caseId={null} onOpen={vi.fn()} onClose={vi.fn()} />);
    const dialog = await openDialog();
    await dialog.findByText('单号到哪了');
    // Nothing to do: nothing is kept, and it says why.
    fireEvent.keyDown(dialog.getByLabelText('要做什么'), { key: 'Enter' });
    expect(await dialog.findByText('请写要做什么')).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText('要做什么'), { target: { value: '写差评说明' } });
    fireEvent.keyDown(dialog.getByLabelText('要做什么'), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(dialog.getByLabelText('要做什么'), { key: 'Enter' });
    await dialog.findByText('写差评说明');
    expect(await listTasks()).toHaveLength(2);

    fireEvent.mouseDown(dialog.getByLabelText('按谁要的筛选'));
    fireEvent.click(await screen.findByText('仓库老李 1', { selector: '.ant-select-item-option-content' }));
    await waitFor(() => {
      expect(dialog.queryByText('写差评说明')).toBeNull();
    });
    fireEvent.click(dialog.getByRole('checkbox', { name: '已回复' }));
    fireEvent.click(dialog.getByRole('checkbox', { name: '已备注' }));
    // Once the memo is ticked, only the register is left to be not needed.
    await waitFor(() => {
      press('不用', dialog);
    });
    await waitFor(async () => {
      expect((await listTasks()).filter(({ doneAt }) => doneAt !== null)).toMatchObject([
        { text: '单号到哪了' },
      ]);
    });
  });

  it('R72 Today names what is open, the overdue marked in words', async () => {
    installFakeDesktop();
    const present = Date.now();
    await addTask(
      { ...input, kind: 'adHoc', requester: '', text: '理仓库', dueAt: present - 3_600_000 },
      present,
    );
    const all = vi.fn();
    renderPlain(<TaskPanel onAll={all} />);
    expect(await screen.findByText('理仓库')).toBeInTheDocument();
    expect(screen.getByText(/超时|已过|逾期/)).toBeInTheDocument();
    press(/^全部/);
    expect(all).toHaveBeenCalledOnce();
  });
});
