import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { listSteps } from '../../data/undo/undo-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { momentWords } from '../../text/time-words';
import { stepWords } from './step-words';
import { takeBack } from './take-back';
import './trash.css';

/** What was done in this sitting, newest first, each with its way back. */
export function RecentActions({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const steps = useLive(listSteps, []);
  return (
    <Modal open title={t('undo.recent')} onCancel={onClose} footer={null} width={620}>
      <p className="ink-2 trash-why">{t('undo.why')}</p>
      {steps?.length === 0 ? <p className="empty">{t('undo.nothing')}</p> : null}
      <ol className="recent-list">
        {steps?.map((step, index) => (
          <li key={step.id}>
            <span className="recent-words" title={stepWords(t, step)}>
              {stepWords(t, step)}
            </span>
            <time className="ink-3">{momentWords(t, step.at, now())}</time>
            <button type="button" className="btn small" onClick={() => void takeBack(step.id)}>
              {t('undo.undo')} {index === 0 ? <kbd>Ctrl Z</kbd> : null}
            </button>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
