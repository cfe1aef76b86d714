import { freshDatabase } from './fresh-database';
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { database } from '../../renderer/data/database';
import { removeUnusedBytes } from '../../renderer/data/remove-bytes';
import { eachRow } from '../../renderer/data/archive-rows';
import {
  findScript,
  listScripts,
  readScriptPicture,
  removeScript,
  saveScript,
  saveScriptWith,
} from '../../renderer/data/script-repository';
import { installFakeDesktop } from '../helpers/fake-desktop';
import { makeScript } from '#shared/domain/script-table';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import type { Sha256 } from '#shared/domain/ids';
import type { Script, ScriptPicture } from '#shared/domain/script';

const now = Date.UTC(2026, 10, 22, 3);
freshDatabase();

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256;
const picture = (text: string): ScriptPicture => ({
  sha256: hashOf(text),
  name: `${text}.png`,
  mime: 'image/png',
  width: 4,
  height: 3,
});
const [shipped] = shippedScripts;
if (shipped === undefined) throw new Error('no messages');
const withPictures = (...texts: readonly string[]): Script => ({ ...shipped, pictures: texts.map(picture) });
const bytes = (...texts: readonly string[]) =>
  new Map(texts.map((text) => [hashOf(text), new Blob([text], { type: 'image/png' })]));

describe('pictures of messages', () => {
  it('are kept with the message, mirrored, and go into archives', async () => {
    await saveScriptWith(withPictures('地址卡', '尺码表'), bytes('地址卡', '尺码表', '没用上'), now);
    const found = (await listScripts()).find(({ id }) => id === shipped.id);
    expect(found?.pictures?.map(({ name }) => name)).toEqual(['地址卡.png', '尺码表.png']);
    expect(await (await readScriptPicture(picture('地址卡'))).text()).toBe('地址卡');
    const queued = (await database().outbox.toArray()).filter(({ table }) => table === 'blobs');
    expect(queued).toHaveLength(2);
    const { objects } = await eachRow(() => undefined);
    expect(objects.map(({ sha256 }) => sha256).toSorted()).toEqual(
      [hashOf('地址卡'), hashOf('尺码表')].toSorted(),
    );
  });

  it('stay when other words are imported over them, and when evidence of the same bytes goes for good', async () => {
    await saveScriptWith(withPictures('地址卡'), bytes('地址卡'), now);
    const old = (await listScripts()).find(({ id }) => id === shipped.id);
    const { id, code, scene, tone, tags } = shipped;
    const imported = makeScript(id, old, 'zh-CN', {
      code,
      scene,
      tone,
      tags: [...tags],
      title: '新',
      text: '新',
    });
    await saveScript(imported, now);
    expect((await findScript(id))?.script.pictures).toHaveLength(1);
    const db = database();
    await db.transaction('rw', db.tables, async () => {
      await removeUnusedBytes([{ sha256: hashOf('地址卡') }]);
    });
    expect(await db.blobs.count()).toBe(1);
  });

  it('do not come along with the shipped words of a message that was taken out', async () => {
    await saveScriptWith(withPictures('地址卡'), bytes('地址卡'), now);
    await removeScript(shipped.id, now);
    const found = await findScript(shipped.id);
    expect(found).toMatchObject({ removed: true, script: { text: shipped.text } });
    expect(found?.script.pictures).toBeUndefined();
  });

  it('altered bytes are never handed out; without a good copy that is said', async () => {
    installFakeDesktop();
    await saveScriptWith(withPictures('地址卡'), bytes('地址卡'), now);
    await database().blobs.put({ sha256: hashOf('地址卡'), blob: new Blob(['别的']) });
    await expect(readScriptPicture(picture('地址卡'))).rejects.toMatchObject({ data: { code: 'notFound' } });
  });
});
