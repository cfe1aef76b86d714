import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normalizeOrderNo } from '#shared/domain/order-no';
import { toAppError } from '#shared/errors';
import { getCase, updateCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

/** The number of the order the buyer placed anew instead of an exchange (R9), typed from anywhere. */
export function NewOrderDialog({
  caseId,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const item = useLive(() => getCase(caseId), [caseId]);
  return (
    <Modal open centered width={440} title={t('cases.newOrderNo')} footer={null} onCancel={onClose}>
      {item === undefined ? null : <NewOrderForm item={item} onClose={onClose} />}
    </Modal>
  );
}

function NewOrderForm({ item, onClose }: { readonly item: Case; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(item.newOrderNo ?? '');
  const [problem, setProblem] = useState<string | undefined>();
  const save = (): void => {
    Promise.resolve()
      .then(() => updateCase(item.id, { newOrderNo: normalizeOrderNo(typed) }, now()))
      .then(
        ({ newOrderNo }) => {
          tell(newOrderNo === undefined ? 'cases.newOrderGone' : 'cases.newOrderKept', {
            orderNo: newOrderNo ?? '',
            caseNo: item.caseNo,
          });
          onClose();
        },
        (error: unknown) => {
          const { code, detail } = toAppError(error);
          setProblem(t(`error.${code}`, { ...detail }));
        },
      );
  };
  return (
    <div className="walk-form">
      <Field label={t('cases.newOrderNo')} hint={t('cases.newOrderHint')} problem={problem}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            autoFocus
            className="mono"
            spellCheck={false}
            maxLength={60}
            aria-describedby={describedBy}
            status={problem === undefined ? '' : 'error'}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setProblem(undefined);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event)) save();
            }}
          />
        )}
      </Field>
      <div className="walk-reason-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="btn primary" onClick={save}>
          {t('common.save')} <kbd>↵</kbd>
        </button>
      </div>
    </div>
  );
}
