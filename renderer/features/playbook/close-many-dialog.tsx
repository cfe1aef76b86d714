import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findClosingProblems, outcomes, type Outcome } from '#shared/domain/outcome';
import { closeMany, readCloseRows, type CloseRow } from '../../data/close-many';
import { newestStep, undoStep } from '../../data/undo/undo-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { useChosen } from '../../state/chosen-store';
import { offer, report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { emptyClose, toClosing } from './close-draft';
import { CloseManyRow } from './close-many-row';
import type { CaseId } from '#shared/domain/ids';
import './playbook.css';

/** What is asked once for all; the rest each case says itself. */
type Shared = { readonly outcome: Outcome | null; readonly realReason: string };

/** Endings that have to be told apart case by case: they quote a rule. */
const together = outcomes.filter((one) => one !== 'platformRule');

/**
 * Closing several cases in one go: what is open in each is shown, a closed gate keeps its case open, and all of it is
 * taken back in one step.
 */
export function CloseManyDialog({
  caseIds,
  onClose,
}: {
  readonly caseIds: readonly CaseId[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const rows = useLive(() => readCloseRows(caseIds), [caseIds]);
  return (
    <Modal
      open
      centered
      width={700}
      title={t('closeMany.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {rows === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : rows.length === 0 ? (
        <p className="empty">{t('closeMany.nothing')}</p>
      ) : (
        <CloseManyForm rows={rows} onClose={onClose} />
      )}
    </Modal>
  );
}

function CloseManyForm({
  rows: all,
  onClose,
}: {
  readonly rows: readonly CloseRow[];
  readonly onClose: () => void;
}) {
  const [gone, setGone] = useState<ReadonlySet<CaseId>>(new Set());
  const { t } = useTranslation();
  const clear = useChosen((state) => state.clear);
  const [shared, setShared] = useState<Shared>({ outcome: null, realReason: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const inputOf = ({ item, playbook }: CloseRow) => {
    const found = item.foundReason === undefined ? '' : t(`domain.claimReason.${item.foundReason}`);
    return toClosing(
      { ...emptyClose, outcome: shared.outcome, realReason: found || shared.realReason },
      item,
      playbook,
    );
  };
  const rows = all.filter(({ item }) => !gone.has(item.id));
  const ready = rows.filter(({ gates }) => gates.length === 0);
  const lacking = ready.filter((row) => findClosingProblems(inputOf(row)).length > 0);
  const asksReason = ready.some(({ item }) => item.foundReason === undefined);
  const undo = (id: string): void => {
    undoStep(id, now()).then((outcome) => {
      tell(outcome === 'done' ? 'undo.done' : `undo.${outcome}`);
    }, report);
  };
  const save = (): void => {
    setTried(true);
    if (busy || ready.length === 0 || lacking.length > 0) return;
    setBusy(true);
    const orders = ready.map((row) => ({
      id: row.item.id,
      input: inputOf(row),
      seen: row.issues.map(({ key }) => key),
    }));
    closeMany(orders, now()).then(
      async ({ closed, left }) => {
        setBusy(false);
        setGone(new Set(closed));
        const step = await newestStep();
        if (closed.length > 0 && step !== undefined)
          offer('closeMany.done', { count: closed.length }, { label: 'undo.undo', run: () => undo(step.id) });
        clear();
        // What stayed open stays on screen with its reason.
        if (left.length === 0 && ready.length === rows.length) onClose();
      },
      (error: unknown) => {
        setBusy(false);
        report(error);
      },
    );
  };
  return (
    <div
      className="walk-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
      }}
    >
      <p role="status">
        {t('closeMany.canClose', { count: ready.length })}
        {ready.length === rows.length ? '' : t('closeMany.cannot', { count: rows.length - ready.length })}
      </p>
      <ul className="close-many-list" tabIndex={0} aria-label={t('closeMany.title')}>
        {rows.map((row) => (
          <CloseManyRow key={row.item.id} row={row} />
        ))}
      </ul>
      {ready.length === 0 ? null : (
        <div className="form-grid">
          <Field label={t('playbook.close.outcome')}>
            {({ id }) => (
              <Select
                id={id}
                value={shared.outcome ?? ''}
                options={[
                  { value: '', label: t('closeMany.usual') },
                  ...together.map((one) => ({ value: one as string, label: t(`domain.outcome.${one}`) })),
                ]}
                onChange={(value: string) => {
                  setShared({ ...shared, outcome: together.find((one) => one === value) ?? null });
                }}
              />
            )}
          </Field>
          <Field
            label={t('playbook.close.real')}
            hint={t(asksReason ? 'closeMany.realHint' : 'closeMany.realKnown')}
            problem={tried && lacking.length > 0 ? t('playbook.close.problem.realReason') : undefined}
          >
            {({ id, describedBy }) => (
              <Input
                id={id}
                autoFocus
                aria-describedby={describedBy}
                maxLength={500}
                disabled={!asksReason}
                status={tried && lacking.length > 0 ? 'error' : ''}
                value={shared.realReason}
                onChange={(event) => {
                  setShared({ ...shared, realReason: event.target.value });
                }}
              />
            )}
          </Field>
        </div>
      )}
      <div className="walk-reason-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t(ready.length === 0 ? 'common.close' : 'common.cancel')}
        </button>
        {ready.length === 0 ? null : (
          <button type="button" className="btn primary" disabled={busy} onClick={save}>
            {t('closeMany.save', { count: ready.length })} <kbd>Ctrl ↵</kbd>
          </button>
        )}
      </div>
    </div>
  );
}
