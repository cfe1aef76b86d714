import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { personName } from '#shared/domain/person';
import { getCases } from '../../data/case-repository';
import { listPeople } from '../../data/people-repository';
import { addQualityFeedback } from '../../data/report-notes-repository';
import { listShops } from '../../data/shop-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { ask } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { feedbackPaper } from './feedback-paper';
import { reasonWords } from './reason-words';
import type { FaultAlert } from '#shared/reports/faults';

/** The one-page sheet to the supplier (R31): filled from the cases, printed or kept as PDF, and noted as told. */
export function FeedbackDialog({
  alert,
  onClose,
}: {
  readonly alert: FaultAlert;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { product, reason, ids } = alert;
  const fault = reasonWords(t, reason);
  const [to, setTo] = useState('');
  const [batch, setBatch] = useState('');
  const [text, setText] = useState(() => t('reports.feedback.start', { product, fault, count: ids.length }));
  const [busy, setBusy] = useState(false);
  const suppliers = (useLive(listPeople, []) ?? []).filter(({ role }) => role === 'supplier');
  const input = { product, reason, to, batch, text, caseIds: ids };
  const run = async (way: 'print' | 'pdf' | 'note'): Promise<void> => {
    setBusy(true);
    try {
      const [cases, shops] = await Promise.all([getCases(ids), listShops()]);
      const shop = shops.find(({ id }) => id === cases.at(-1)?.shopId)?.name ?? '';
      const language = i18n.language === 'en' ? 'en' : 'zh-CN';
      const sheet = feedbackPaper(t, language, input, cases, shop, isoMinute(now()));
      if (way === 'print' && (await ask('printPaper', sheet)).outcome !== 'done') return;
      if (
        way === 'pdf' &&
        (await ask('savePaperPdf', sheet, `${t('reports.feedback.title')}.pdf`)).outcome !== 'done'
      )
        return;
      await addQualityFeedback(input, now());
      tell('reports.feedback.kept');
      onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal open centered width={560} footer={null} title={t('reports.feedback.make')} onCancel={onClose}>
      <div className="reports-form">
        <p className="ink-2">
          {product} · {fault} · {t('reports.cases', { count: ids.length })}
        </p>
        <div className="form-grid">
          <Field label={t('reports.feedback.to')}>
            {({ id }) => (
              <Select
                id={id}
                mode="tags"
                maxCount={1}
                value={to === '' ? [] : [to]}
                options={suppliers.map((one) => ({ value: personName(one), label: personName(one) }))}
                onChange={(values: string[]) => {
                  setTo(values.at(-1) ?? '');
                }}
              />
            )}
          </Field>
          <Field label={t('reports.feedback.batch')} hint={t('reports.feedback.batchHint')}>
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                maxLength={80}
                value={batch}
                onChange={(event) => {
                  setBatch(event.target.value);
                }}
              />
            )}
          </Field>
          <Field wide label={t('reports.feedback.ask')}>
            {({ id }) => (
              <Input.TextArea
                id={id}
                className="area"
                maxLength={500}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                }}
              />
            )}
          </Field>
        </div>
        <p className="ink-3">{t('reports.feedback.private')}</p>
        <div className="reports-give">
          <button
            type="button"
            className="btn primary"
            disabled={busy || text.trim() === ''}
            onClick={() => void run('pdf')}
          >
            {t('reports.give.pdf')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={busy || text.trim() === ''}
            onClick={() => void run('print')}
          >
            {t('reports.give.print')}
          </button>
          <button
            type="button"
            className="btn plain"
            disabled={busy || text.trim() === ''}
            onClick={() => void run('note')}
          >
            {t('reports.feedback.onlyNote')}
          </button>
        </div>
      </div>
    </Modal>
  );
}
