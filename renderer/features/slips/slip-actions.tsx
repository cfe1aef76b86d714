import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordSlip, type SlipWay } from '../../data/slip-repository';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import { slipFileName } from './slip-choices';
import { slipPicture } from './slip-picture';
import { slipPlainText } from './slip-words';
import type { CaseId } from '#shared/domain/ids';
import type { ReturnSlip } from '#shared/domain/return-slip';

type Action = {
  readonly key: 'print' | 'savePdf' | 'copyPicture' | 'savePicture' | 'copyText';
  readonly how: SlipWay;
  /** Does it; false when the seller changed their mind. */
  readonly run: (slip: ReturnSlip, fileWord: string) => Promise<boolean>;
};

const actions: readonly Action[] = [
  {
    key: 'print',
    how: 'print',
    run: async (slip) => (await ask('printSlip', slip)).outcome === 'done',
  },
  {
    key: 'savePdf',
    how: 'pdf',
    run: async (slip, word) =>
      (await ask('saveSlipPdf', slip, slipFileName(word, slip, 'pdf'))).outcome === 'done',
  },
  {
    key: 'copyPicture',
    how: 'picture',
    run: async (slip) => {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': slipPicture(slip) })]);
      return true;
    },
  },
  {
    key: 'savePicture',
    how: 'picture',
    run: async (slip, word) => {
      const target = await ask('chooseSaveTarget', {
        suggestedName: slipFileName(word, slip, 'png'),
        kind: 'image',
      });
      if (target === null) return false;
      await upload(target.url, await slipPicture(slip));
      return true;
    },
  },
  {
    key: 'copyText',
    how: 'text',
    run: async (slip) => {
      await navigator.clipboard.writeText(slipPlainText(slip));
      return true;
    },
  },
];

/** The buttons of the slip; `Ctrl+P` prints. What was done is written into the case's history. */
export function SlipActions({
  caseId,
  slip,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly slip: ReturnSlip;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<Action['key'] | null>(null);

  const start = async (action: Action): Promise<void> => {
    if (busy !== null) return;
    setBusy(action.key);
    try {
      if (await action.run(slip, t('slips.fileWord'))) {
        await recordSlip(caseId, action.how, now());
        tell(`slips.did.${action.key}`);
      }
    } catch (error) {
      report(error, () => void start(action));
    } finally {
      setBusy(null);
    }
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    const [print] = actions;
    if (print === undefined || event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
    // The window itself would be printed otherwise.
    event.preventDefault();
    event.stopPropagation();
    void start(print);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    globalThis.addEventListener('keydown', listener, true);
    return () => {
      globalThis.removeEventListener('keydown', listener, true);
    };
  }, []);

  return (
    <div className="slip-actions" aria-busy={busy !== null}>
      {actions.map((action) => (
        <button
          key={action.key}
          type="button"
          className={action.key === 'print' ? 'btn primary' : 'btn'}
          disabled={busy !== null}
          autoFocus={action.key === 'print'}
          onClick={() => void start(action)}
        >
          {busy === action.key ? t('slips.busy') : t(`slips.do.${action.key}`)}
          {action.key === 'print' ? <kbd>Ctrl P</kbd> : null}
        </button>
      ))}
      <button type="button" className="btn plain" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}
