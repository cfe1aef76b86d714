import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { RescueScreen, type Rescue } from '../../../renderer/features/rescue/rescue-screen';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { renderPlain } from '../../helpers/render-plain';

const rescue: Rescue = {
  mode: 'rescue',
  reason: 'empty',
  expected: { settings: 3, cases: 12, evidence: 40, shops: 1 },
  found: { settings: 1, cases: 0, evidence: 0, shops: 1 },
  notedAt: Date.parse('2026-11-21T03:00:00Z'),
  keptAside: true,
  vault: { folder: '/文档/Liudi/Vault', trouble: null, lastSeq: 99, freeBytes: null, verified: null },
  foreign: false,
  backupFolder: null,
};

const nothingKept = () => Promise.resolve({ files: 0, left: 0 });

describe('the rescue screen', () => {
  test('names what is missing, and nothing else', () => {
    installFakeDesktop();
    renderPlain(<RescueScreen rescue={rescue} takeKept={nothingKept} />);
    expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual([
      '内容原来现在',
      '售后单120',
      '凭证400',
    ]);
    expect(screen.getByText('上次记录：2026-11-21 11:00')).toBeInTheDocument();
    expect(screen.getByText(/已原样另存一份/)).toBeInTheDocument();
    expect(screen.getByText(/\/文档\/Liudi\/Vault（99 条变更）/)).toBeInTheDocument();
  });

  test('without a vault it offers to look again, and never to rebuild', () => {
    installFakeDesktop();
    renderPlain(
      <RescueScreen rescue={{ ...rescue, vault: { ...rescue.vault, lastSeq: 0 } }} takeKept={nothingKept} />,
    );
    expect(screen.queryByRole('button', { name: '从保险库恢复' })).toBeNull();
    expect(screen.getByRole('button', { name: '再找一次' })).toHaveFocus();
  });

  test("another shop's vault is said to be one, and takes a second answer", async () => {
    const { calls } = installFakeDesktop();
    renderPlain(<RescueScreen rescue={{ ...rescue, foreign: true }} takeKept={nothingKept} />);
    expect(screen.getByText(/里是另一家店的保险库，没有用它/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '从保险库恢复' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '改用另一家店的保险库' }));
    expect(calls).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '确定用另一家店的内容' }));
    await waitFor(() => {
      expect(calls).toContainEqual({ name: 'beginRebuild', args: [true] });
    });
  });

  test('where nothing is here, the vault that was chosen is taken for the shop that is wanted', async () => {
    const { calls } = installFakeDesktop();
    renderPlain(
      <RescueScreen rescue={{ ...rescue, reason: 'vaultOnly', foreign: true }} takeKept={nothingKept} />,
    );
    expect(screen.getByText(/（99 条变更）/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '改用另一家店的保险库' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '从保险库恢复' }));
    await waitFor(() => {
      expect(calls).toContainEqual({ name: 'beginRebuild', args: [true] });
    });
  });

  test('giving up takes a second answer, and nothing is asked of main before it', async () => {
    const { calls } = installFakeDesktop();
    renderPlain(<RescueScreen rescue={rescue} takeKept={nothingKept} />);
    await userEvent.click(screen.getByRole('button', { name: '不恢复，从空白开始' }));
    expect(calls).toEqual([]);
    expect(screen.getByText(/不会删除/)).toBeInTheDocument();
  });

  test('a vault that cannot be read is said in words, and the ways on stay', async () => {
    installFakeDesktop({
      beginRebuild: () => {
        throw new Error('gone');
      },
    });
    renderPlain(<RescueScreen rescue={rescue} takeKept={nothingKept} />);
    await userEvent.click(screen.getByRole('button', { name: '从保险库恢复' }));
    await waitFor(() => {
      expect(screen.getByRole('alert')).toBeInTheDocument();
    });
    expect(screen.getByRole('button', { name: '从保险库恢复' })).toBeEnabled();
  });

  test('the report names every file and line that did not come back', async () => {
    installFakeDesktop({
      beginRebuild: () => ({
        storeId: '',
        lastSeq: 5,
        complete: true,
        counts: {},
        badLines: ['000000000001.jsonl:4'],
        fromBackup: false,
        writtenAt: null,
        noted: null,
        rowsUrl: '/download/x',
      }),
    });
    const object = { sha256: 'a'.repeat(64), size: 1, mime: 'image/jpeg' };
    globalThis.fetch = () =>
      Promise.resolve(
        new Response(`${JSON.stringify({ table: 'blobs', key: object.sha256, row: object })}\n`),
      );
    renderPlain(
      <RescueScreen
        rescue={{ ...rescue, expected: { cases: 2, oneTable: 3, another: 1 } }}
        takeKept={nothingKept}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '从保险库恢复' }));
    expect(await screen.findByText('有些内容没有回来，列在下面。')).toBeInTheDocument();
    expect(screen.getByText('售后单少了 2 条')).toBeInTheDocument();
    expect(screen.getByText('设置等其他内容少了 4 条')).toBeInTheDocument();
    expect(screen.getByText(`原件没有回来：${'a'.repeat(64)}`)).toBeInTheDocument();
    expect(screen.getByText('保险库日志有一行损坏：000000000001.jsonl:4')).toBeInTheDocument();
  });

  test('the report says what came out of the kept copy, what went to the inbox, and which time may be missing', async () => {
    const noon = Date.parse('2026-11-21T04:00:00Z');
    installFakeDesktop({
      beginRebuild: () => ({
        storeId: '',
        lastSeq: 5,
        complete: true,
        counts: {},
        badLines: [],
        fromBackup: false,
        writtenAt: noon,
        noted: { seq: 12, at: noon + 60_000 },
        rowsUrl: '/download/x',
      }),
    });
    globalThis.fetch = () => Promise.resolve(new Response(''));
    renderPlain(
      <RescueScreen
        rescue={{ ...rescue, expected: {} }}
        takeKept={() => Promise.resolve({ files: 3, left: 1 })}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: '从保险库恢复' }));
    expect(await screen.findByText(/另有 3 个文件是从数据库副本里找回来的/)).toBeInTheDocument();
    expect(screen.getByText(/副本里还有 1 个文件暂时没能收进来/)).toBeInTheDocument();
    expect(
      screen.getByText(/2026-11-21 12:00 到 2026-11-21 12:01 之间至少有 7 处改动没有找回来/),
    ).toBeInTheDocument();
    // Not whole: it must not say so.
    expect(screen.getByText('有些内容没有回来，列在下面。')).toBeInTheDocument();
  });
});
