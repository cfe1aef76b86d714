import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { database } from '../../../renderer/data/database';
import { DamageBanner } from '../../../renderer/features/evidence/damage-banner';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { renderPlain } from '../../helpers/render-plain';
import { useRealFiles } from './real-files';
import type { Sha256 } from '#shared/domain/ids';

test('originals that are lost are counted apart from those that were brought back', async () => {
  useRealFiles();
  installFakeDesktop();
  for (const [at, healed] of [true, false, true].entries()) {
    await database().damages.put({
      id: `d${at}`,
      sha256: String(at).repeat(64) as Sha256,
      damagedSha256: null,
      fileNames: [`照片_0${at}.jpg`],
      foundAt: at,
      healed,
      seen: false,
    });
  }
  renderPlain(<DamageBanner />);
  const banner = await screen.findByRole('status');
  expect(banner).toHaveTextContent('没能恢复（共 1 个）');
  expect(banner).toHaveTextContent('已从保险库恢复（共 2 个）');
  expect(banner).toHaveTextContent('照片_01.jpg');
});
