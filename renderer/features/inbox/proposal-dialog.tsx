import { Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { giveToForm } from '../../data/inbox-repository';
import { report } from '../../state/toast-store';
import { useProposal, type Proposal } from '../../state/proposal-store';
import { useScreen } from '../../state/screen-store';
import { isComposing } from '../../ui/is-composing';
import { fileItems } from './file-items';
import { caseTypeWords } from '../../text/case-type-words';
import './inbox.css';

/** "These look like 小鱼爱吃猫's": Enter files them there; Escape leaves them in the inbox. */
export function ProposalDialog() {
  const proposal = useProposal((state) => state.proposal);
  return proposal === null ? null : <Question proposal={proposal} />;
}

function Question({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const yes = useRef<HTMLButtonElement>(null);
  const { groups, others } = proposal;
  const count = groups.reduce((sum, { files }) => sum + files.length, 0);
  const close = (): void => {
    useProposal.getState().set(null);
  };
  const accept = (): void => {
    close();
    const only = groups.length === 1 ? groups[0] : undefined;
    if (only !== undefined) useScreen.getState().openCase(only.item.id, 'evidence');
    for (const { item, ids } of groups) void ids.then((found) => fileItems(found, item));
  };
  const latest = useRef(accept);
  useEffect(() => {
    latest.current = accept;
  });
  useEffect(() => {
    // One key, from the first moment on: the dialog itself takes the focus only when it has opened.
    const onKeyDown = (event: KeyboardEvent): void => {
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (event.key !== 'Enter' || event.repeat || onButton || isComposing(event)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  const makeNew = (): void => {
    close();
    Promise.all(groups.map(({ ids }) => ids))
      .then((ids) => giveToForm(ids.flat()))
      .catch(report);
    useScreen.getState().showOverlay({ kind: 'newCase' });
  };
  return (
    <Modal
      open
      width={520}
      title={t('inbox.proposal', { count })}
      onCancel={close}
      afterOpenChange={(open) => {
        if (open) yes.current?.focus();
      }}
      footer={
        <div className="inbox-proposal-buttons">
          <button type="button" className="btn" onClick={close}>
            {t('inbox.later')} <kbd>Esc</kbd>
          </button>
          <span className="grow" />
          <button type="button" className="btn" onClick={makeNew}>
            {t('inbox.newCase')}
          </button>
          <button ref={yes} type="button" className="btn primary" onClick={accept}>
            {t('inbox.accept')} <kbd>↵</kbd>
          </button>
        </div>
      }
    >
      <ul className="inbox-proposal">
        {groups.map(({ item, by, files }) => (
          <li key={item.id}>
            <span className="inbox-proposal-case">
              <bdi className="bold ellipsis">{item.buyerId}</bdi>
              <span className="mono">{item.caseNo}</span>
              <span className="ink-3 ellipsis">
                {caseTypeWords(t, item)}
                {item.product === '' ? '' : ` · ${item.product}`}
              </span>
              {item.status === 'closed' ? (
                <span className="chip wait">{t('domain.status.closed')}</span>
              ) : null}
            </span>
            <span className="ink-2 ellipsis">
              {t(`inbox.knownBy.${by}`)} · <bdi>{files.slice(0, 3).join(t('common.comma'))}</bdi>
              {files.length > 3 ? ` … ${t('inbox.files', { count: files.length })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {others > 0 ? <p className="ink-2">{t('inbox.others', { count: others })}</p> : null}
    </Modal>
  );
}
