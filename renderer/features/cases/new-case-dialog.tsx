import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createCase } from '../../data/case-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useNow } from '../../platform/use-now';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import {
  emptyCaseDraft,
  findCaseProblems,
  toCaseInput,
  type CaseDraft,
  type CaseProblems,
} from './case-draft';
import { IntakeSteps } from './intake-steps';
import { CaseForm } from './case-form';
import { startDraft } from './order-facts';
import { useKnownOrder } from './use-known-order';
import type { Case } from '#shared/domain/case';

/** What a form opened from somewhere begins with; it keeps a draft of its own under `key`. */
export type NewCaseStart = { readonly key: string; readonly facts: Partial<CaseDraft> };

/**
 * Opens a new case. What is typed is kept on every keystroke; closing keeps it too, saving clears it.
 * `files` waits to be filed under the case; `onSaved` gets the case.
 */
export function NewCaseDialog({
  files,
  start,
  onSaved,
  onClose,
}: {
  readonly files: readonly unknown[];
  readonly start?: NewCaseStart | undefined;
  readonly onSaved: (item: Case) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const present = useNow();
  const shops = useLive(listShops, []);
  const draft = useDraft(
    start === undefined ? 'newCase' : `newCase:${start.key}`,
    start === undefined ? emptyCaseDraft : startDraft(start.facts),
    now,
    report,
  );
  const [problems, setProblems] = useState<CaseProblems>({});
  const [busy, setBusy] = useState(false);
  const order = useKnownOrder(draft, shops);
  if (draft.value === undefined || shops === undefined) return null;

  const fields = shops.some((shop) => shop.id === draft.value?.shopId)
    ? draft.value
    : { ...draft.value, shopId: shops[0]?.id ?? '' };

  const save = (): void => {
    const found = findCaseProblems(fields, now());
    setProblems(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    createCase(toCaseInput(fields, shops, now()), now())
      .then(async (item) => {
        await draft.clear();
        tell('cases.opened', { caseNo: item.caseNo });
        onSaved(item);
      })
      .catch((error: unknown) => {
        report(error, save);
      })
      .finally(() => {
        setBusy(false);
      });
  };

  return (
    <Modal
      open
      width={720}
      title={t('cases.newTitle')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className="case-form-footer">
          {draft.restored ? (
            <>
              <span className="ink-2">{t('common.draftRestored')}</span>
              <button
                type="button"
                className="btn small"
                onClick={() => {
                  setProblems({});
                  void draft.clear();
                }}
              >
                {t('common.discardDraft')}
              </button>
            </>
          ) : null}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" onClick={save} disabled={busy}>
            {t('common.save')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      }
    >
      <form
        aria-label={t('cases.newTitle')}
        onSubmit={(event) => {
          event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
        }}
      >
        <IntakeSteps />
        {files.length > 0 ? (
          <p className="case-form-files">{t('cases.filesWaiting', { count: files.length })}</p>
        ) : null}
        <CaseForm
          draft={fields}
          problems={problems}
          shops={shops}
          now={present}
          order={order}
          onChange={(part) => {
            draft.change(part);
            if (Object.keys(problems).length > 0)
              setProblems(findCaseProblems({ ...fields, ...part }, now()));
          }}
        />
      </form>
    </Modal>
  );
}
