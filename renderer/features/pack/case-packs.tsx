import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import type { Pack } from '#shared/domain/pack';
import type { CaseId } from '#shared/domain/ids';
import { listPacks, type PackWay } from '../../data/pack-repository';
import { useLive } from '../../data/use-live';
import { report, tell } from '../../state/toast-store';
import { importProof } from './import-proof';
import { writePack } from './write-pack';
import './pack.css';

const ways: readonly PackWay[] = ['folder', 'zip', 'pdf', 'hashes'];

/** The packs a case has made, each to be written again as it was, proved by a timestamp, or made anew. */
export function CasePacks({ caseId, onMake }: { readonly caseId: CaseId; readonly onMake: () => void }) {
  const { t } = useTranslation();
  const packs = useLive(() => listPacks(caseId), [caseId]);
  if (packs === undefined) return null;
  return (
    <section className="card case-packs" aria-label={t('pack.listTitle')}>
      <div className="pack-items-head">
        <strong>{t('pack.listTitle')}</strong>
        <span className="grow" />
        <button type="button" className="btn small" onClick={onMake}>
          {t('pack.make')} <kbd>E</kbd>
        </button>
      </div>
      {packs.length === 0 ? <p className="ink-3">{t('pack.listEmpty')}</p> : null}
      <ul>
        {packs.map((pack) => (
          <PackRow key={pack.id} pack={pack} />
        ))}
      </ul>
    </section>
  );
}

function PackRow({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation();
  const proof = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    work()
      .catch((error: unknown) => {
        report(error, () => {
          run(work);
        });
      })
      .finally(() => {
        setBusy(false);
      });
  };
  const write = async (how: PackWay): Promise<void> => {
    const written = await writePack(pack, how, new AbortController().signal);
    if (written !== null) tell(`pack.did.${how}`, { name: written.name });
  };
  return (
    <li className="pack-row" aria-busy={busy}>
      <div className="pack-row-words">
        <b>{t(`pack.purpose.${pack.purpose}`)}</b>
        <time className="ink-2">{isoMinute(pack.madeAt)}</time>
        <span className="ink-3">{t('pack.rowFiles', { count: pack.files.length })}</span>
        <span className="ink-3 mono ellipsis" title={pack.sha256}>
          {t('pack.fingerprint')} {pack.sha256.slice(0, 16)}
        </span>
        {pack.proofs.map(({ evidenceId, fileName, fits }) => (
          <span
            key={evidenceId}
            className={fits === false ? 'chip wait' : 'chip ok'}
            title={fits === undefined ? undefined : t(fits ? 'pack.proofFits' : 'pack.proofUnsure')}
          >
            {t('pack.proved', { name: fileName })}
          </span>
        ))}
      </div>
      <div className="pack-row-buttons">
        {ways.map((how) => (
          <button
            key={how}
            type="button"
            className="btn small"
            disabled={busy}
            onClick={() => {
              run(() => write(how));
            }}
          >
            {t(`pack.again.${how}`)}
          </button>
        ))}
        <button type="button" className="btn small" disabled={busy} onClick={() => proof.current?.click()}>
          {t('pack.addProof')}
        </button>
        <input
          ref={proof}
          type="file"
          hidden
          aria-label={t('pack.addProof')}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined)
              run(() => importProof(pack, file, t('pack.proofNote', { folder: pack.folderName })));
            currentTarget.value = '';
          }}
        />
      </div>
    </li>
  );
}
