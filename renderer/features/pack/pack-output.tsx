import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError } from '#shared/errors';
import type { Pack } from '#shared/domain/pack';
import type { PackWay } from '../../data/pack-repository';
import { now } from '../../platform/clock';
import { report, tell, warn } from '../../state/toast-store';
import { makePack, type PackSpec } from './make-pack';
import { writePack } from './write-pack';

const ways: readonly PackWay[] = ['folder', 'zip', 'pdf', 'text'];

/** The ways out. The pack is made and kept with the first; the next ones write the same pack again. */
export function PackOutput({
  words,
  spec,
  tooLong,
}: {
  /** Texts in the pack's language. */
  readonly words: TFunction;
  readonly spec: Omit<PackSpec, 'now'>;
  readonly tooLong: boolean;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  const made = useRef<{ readonly key: string; readonly pack: Pack } | null>(null);
  useEffect(
    () => () => {
      stop.current?.abort();
    },
    [],
  );
  const { facts, ...others } = spec;
  // The case's history grows with each output and does not make another pack of it.
  const key = JSON.stringify([others, { ...facts, events: null }]);

  const go = async (how: PackWay): Promise<void> => {
    const abort = new AbortController();
    stop.current = abort;
    setBusy({ done: 0, total: 1 });
    try {
      const known = made.current?.key === key ? made.current.pack : null;
      const pack =
        known ??
        (await makePack(
          words,
          { ...spec, now: now() },
          (done, total) => {
            setBusy({ done, total });
          },
          abort.signal,
        ));
      made.current = { key, pack };
      const written = await writePack(pack, how, abort.signal);
      if (written === null) tell('pack.kept');
      else tell(`pack.did.${how}`, { name: written.name });
    } catch (error) {
      if (toAppError(error).code === 'cancelled') warn('pack.cancelled');
      else report(error, () => void go(how));
    } finally {
      stop.current = null;
      setBusy(null);
    }
  };
  return (
    <div className="pack-output" aria-busy={busy !== null}>
      {tooLong ? <p className="pack-guess">{t('pack.textTooLongOut')}</p> : null}
      {busy === null ? (
        ways.map((how) => (
          <button
            key={how}
            type="button"
            className={how === 'folder' ? 'btn primary' : 'btn'}
            autoFocus={how === 'folder'}
            onClick={() => void go(how)}
          >
            {t(`pack.do.${how}`)}
          </button>
        ))
      ) : (
        <>
          <progress max={busy.total} value={busy.done} aria-label={t('pack.making')} />
          <span>{t('pack.making')}</span>
          <button type="button" className="btn small" onClick={() => stop.current?.abort()}>
            {t('common.cancel')}
          </button>
        </>
      )}
    </div>
  );
}
