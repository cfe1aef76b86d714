import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { dismissDamage, listDamages, readDamage } from '../../data/heal';
import { useLive } from '../../data/use-live';
import { ask, upload } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import type { DamageRecord } from '../../data/records';
import './integrity.css';

/** Originals that were found damaged, by name: brought back from the vault, or not, and then it does not go away. */
export function DamageBanner() {
  const { t } = useTranslation();
  const damages = useLive(listDamages, []);
  if (damages === undefined || damages.length === 0) return null;
  const lost = damages.filter(({ healed }) => !healed).length;
  return (
    <div className={lost > 0 ? 'evidence-alarm damages' : 'damages damages-healed'} role="status">
      {lost > 0 ? <strong>{t('integrity.lostTitle', { count: lost })}</strong> : null}
      {lost < damages.length ? (
        <strong>{t('integrity.healedTitle', { count: damages.length - lost })}</strong>
      ) : null}
      <ul>
        {damages.map((one) => (
          <Damage key={one.id} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Damage({ one }: { readonly one: DamageRecord }) {
  const { t } = useTranslation();
  const name = one.fileNames.join(t('common.comma')) || one.sha256.slice(0, 12);
  const save = async (): Promise<void> => {
    const bytes = await readDamage(one);
    if (bytes === null) return;
    const suggestedName = `${t('integrity.damagedPrefix')}_${one.fileNames[0] ?? one.sha256}`;
    const target = await ask('chooseSaveTarget', { suggestedName, kind: 'original' });
    if (target === null) return;
    await upload(target.url, bytes);
    tell('integrity.copySaved', { name: target.fileName });
  };
  return (
    <li>
      <bdi className="ellipsis" title={name}>
        {name}
      </bdi>
      <span>
        {isoMinute(one.foundAt)} {t(one.healed ? 'integrity.isHealed' : 'integrity.isLost')}
      </span>
      <span className="grow" />
      {one.damagedSha256 === null ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            save().catch(report);
          }}
        >
          {t('integrity.saveDamaged')}
        </button>
      )}
      {one.healed ? (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            dismissDamage(one.id).catch(report);
          }}
        >
          {t('evidence.dismiss')}
        </button>
      ) : null}
    </li>
  );
}
