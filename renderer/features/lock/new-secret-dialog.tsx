import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsOf, shortest } from './new-secret';
import { RecoveryPaper } from './recovery-paper';
import { SecretField } from './secret-field';

type Props = {
  readonly title: string;
  /** What stands above the two fields, and below them. */
  readonly above: ReactNode;
  readonly below?: ReactNode;
  readonly focusFirst: boolean;
  readonly submitLabel: string;
  readonly disabled: boolean;
  /** Called with a passphrase that was typed twice alike. */
  readonly onSubmit: (passphrase: string) => void;
  /** The recovery code, once there is one: it takes the place of the form. */
  readonly code: string | null;
  readonly doneLabel: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** A new passphrase, typed twice; then the recovery code that comes with it. With that on the screen there is no way back. */
export function NewSecretDialog(props: Props) {
  const { t } = useTranslation();
  const { title, code, onClose } = props;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const problems = problemsOf(first, second);
  const wordsOf = (key: string | undefined): string | undefined =>
    tried && key !== undefined ? t(key, { count: shortest }) : undefined;
  const submit = (): void => {
    setTried(true);
    if (!props.disabled && Object.keys(problems).length === 0) props.onSubmit(first);
  };
  return (
    <Modal
      open
      width={520}
      title={code === null ? title : t('lock.codeTitle')}
      footer={null}
      closable={code === null}
      keyboard={code === null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      {code === null ? (
        <form
          className="lock-dialog"
          aria-label={title}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {props.above}
          <SecretField
            autoFocus={props.focusFirst}
            label={t('lock.newPassphrase')}
            hint={t('lock.hint', { count: shortest })}
            problem={wordsOf(problems.first)}
            value={first}
            onChange={setFirst}
          />
          <SecretField
            label={t('lock.again')}
            problem={wordsOf(problems.second)}
            value={second}
            onChange={setSecond}
          />
          {props.below}
          <div className="lock-actions">
            <span className="grow" />
            <button type="button" className="btn" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <button type="submit" className="btn primary" disabled={props.disabled}>
              {props.submitLabel}
            </button>
          </div>
        </form>
      ) : (
        <RecoveryPaper code={code} doneLabel={props.doneLabel} onDone={props.onDone} />
      )}
    </Modal>
  );
}
