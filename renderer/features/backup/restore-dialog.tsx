import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../ui/is-composing';
import { ProgressLine } from './progress-line';
import { RestoreChoiceView } from './restore-choice';
import { RestoreDone } from './restore-done';
import { useRestore } from './use-restore';
import './backup.css';

/** The restore wizard: pick and check, look, choose, apply, report. Nothing changes before the last answer. */
export function RestoreDialog({
  which,
  onClose,
}: {
  readonly which: 'pick' | 'safety';
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { step, error, pick, choose, check, apply, cancel, close } = useRestore(which);
  const leave = (): void => {
    close();
    onClose();
  };
  const isRunning = step.name === 'running';
  return (
    <Modal
      open
      width={step.name === 'preview' ? 760 : 560}
      title={t(which === 'safety' ? 'backup.undoRestore' : 'backup.restore')}
      onCancel={leave}
      closable={!isRunning && step.name !== 'done'}
      keyboard={!isRunning && step.name !== 'done'}
      mask={{ closable: false }}
      footer={null}
    >
      <div className="backup-dialog">
        {pick === null || step.name === 'done' ? null : (
          <p className="ink-2 backup-name">{t('backup.picked', { fileName: pick.fileName })}</p>
        )}
        {error === null ? null : (
          <p className="backup-problem" role="alert">
            {error.code === 'storageFull'
              ? t('backup.restoreFull')
              : t(`error.${error.code}`, { ...error.detail })}
          </p>
        )}
        {step.name === 'start' ? <Start which={which} onChoose={choose} /> : null}
        {step.name === 'passphrase' ? <Passphrase byLock={pick?.byLock === true} onCheck={check} /> : null}
        {step.name === 'running' ? (
          <>
            <ProgressLine
              text={t(`backup.restorePhase.${step.run.phase}`)}
              done={step.run.done}
              total={step.run.total}
            />
            <p className="ink-2">{t(step.run.canStop ? 'backup.nothingYet' : 'backup.asOne')}</p>
            <div className="backup-foot">
              <button type="button" className="btn" disabled={!step.run.canStop} onClick={cancel}>
                {t('common.cancel')}
              </button>
            </div>
          </>
        ) : null}
        {step.name === 'preview' ? (
          <RestoreChoiceView
            step={step}
            onApply={(choice) => {
              apply(choice, step);
            }}
            onClose={leave}
          />
        ) : null}
        {step.name === 'done' ? <RestoreDone report={step.report} hasSafety={step.hasSafety} /> : null}
      </div>
    </Modal>
  );
}

function Start({ which, onChoose }: { readonly which: 'pick' | 'safety'; readonly onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t(which === 'safety' ? 'backup.undoWhat' : 'backup.restoreWhat')}</p>
      <div className="backup-foot">
        <button type="button" className="btn primary" autoFocus onClick={onChoose}>
          {t(which === 'safety' ? 'backup.openSafety' : 'backup.chooseArchive')}
        </button>
      </div>
    </>
  );
}

type PassphraseProps = { readonly byLock: boolean; readonly onCheck: (passphrase: string) => void };

function Passphrase({ byLock, onCheck }: PassphraseProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <form
      className="backup-dialog"
      aria-label={t('backup.passphrase')}
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onCheck(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
      }}
    >
      <div className="field">
        <label htmlFor="restore-passphrase">
          {t(byLock ? 'backup.lockPassphrase' : 'backup.archivePassphrase')}
        </label>
        <Input.Password
          id="restore-passphrase"
          autoComplete="off"
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </div>
      <div className="backup-foot">
        <button type="submit" className="btn primary" disabled={text === ''}>
          {t('backup.openArchive')}
        </button>
      </div>
    </form>
  );
}
