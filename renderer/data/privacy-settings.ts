import { defaultPrivacy, type PrivacySettings } from '#shared/domain/privacy';
import { database } from './database';

const key = 'privacy';

/** What the seller chose about buyers' data. */
export async function readPrivacy(): Promise<PrivacySettings> {
  const stored = (await database().settings.get(key))?.value;
  return { ...defaultPrivacy, ...(stored as Partial<PrivacySettings> | undefined) };
}

/** Changes some of it. */
export async function writePrivacy(change: Partial<PrivacySettings>): Promise<void> {
  const { settings } = database();
  await database().transaction('rw', [settings], async () => {
    await settings.put({ key, value: { ...(await readPrivacy()), ...change } });
  });
}
