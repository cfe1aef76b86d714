import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnBlanks, composeBatch, sharedBlanks } from '#shared/domain/memo-batch';
import { platforms, type Platform } from '#shared/domain/platform';
import { isoDay } from '#shared/domain/shanghai-time';
import { memoFormats } from '#shared/knowledge/memo-formats';
import { memoTemplates } from '#shared/knowledge/memo-templates';
import { addMemoJobs } from '../../data/memo-queue-repository';
import { listShops } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { FlagPicker } from './flag-picker';
import { templateLabel } from './memo-draft';
import { flagFor } from '#shared/domain/flag-legend';
import type { FlagColor } from '#shared/domain/order-note';
import './notes.css';

type BatchDraft = {
  readonly platform: Platform;
  readonly pasted: string;
  readonly templateId: string;
  readonly content: string;
  /** Values all orders share, by blank; what is empty comes from the columns. */
  readonly values: Readonly<Record<string, string>>;
  readonly operator: string;
  readonly flag: FlagColor | null;
  readonly tag: string;
};
const start: BatchDraft = {
  platform: 'taobao',
  pasted: '',
  templateId: 'free',
  content: '',
  values: {},
  operator: '',
  flag: null,
  tag: '',
};
const shownRows = 100;

/** One memo for many orders: paste the order numbers, write the content once, then paste them one after the other. */
export function MemoBatch({ onClose }: { readonly onClose: (added: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const shops = useLive(listShops, []);
  const draft = useDraft<BatchDraft>('memoBatch', start, now, report);
  const [busy, setBusy] = useState(false);
  if (draft.value === undefined || shops === undefined) return null;
  const { platform, pasted, templateId, content, values, operator, tag } = draft.value;
  const format = memoFormats[platform];
  const legend = shops.find((shop) => shop.platform === platform)?.flagLegend;
  const template = memoTemplates.find(({ id }) => id === templateId);
  const flag = draft.value.flag ?? flagFor(legend, platform, template?.use ?? 'afterSales');
  const signature = operator || (shops.find((shop) => shop.platform === platform)?.signature ?? '');
  const day = isoDay(now());
  const rows =
    content.trim() === ''
      ? []
      : composeBatch({ pasted, content, shared: values, operator: signature, day, platform });
  const byColumn = columnBlanks(content, values);
  const good = rows.filter(({ problem }) => problem === null);
  const bad = rows.filter(({ problem }) => problem !== null);
  const add = (): void => {
    setBusy(true);
    const label = Array.from(tag.trim())
      .slice(0, format.tagMax ?? 0)
      .join('');
    addMemoJobs(
      good.map(({ orderNo, text }) => ({ platform, orderNo, text, flag, tag: label })),
      now(),
    )
      .then(async () => {
        await draft.clear();
        tell('notes.batchAdded', { count: good.length });
        onClose(true);
      })
      .catch(report)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <Modal
      open
      centered
      width={720}
      title={t('notes.batch')}
      mask={{ closable: false }}
      onCancel={() => {
        onClose(false);
      }}
      footer={
        <button type="button" className="btn primary" disabled={busy || good.length === 0} onClick={add}>
          {t('notes.batchAdd', { count: good.length })}
        </button>
      }
    >
      <div className="notes-batch">
        <div className="form-grid">
          <Field label={t('cases.platform')}>
            {({ id }) => (
              <Select
                id={id}
                value={platform}
                options={platforms.map((value) => ({ value, label: t(`domain.platform.${value}`) }))}
                onChange={(value: Platform) => {
                  draft.change({ platform: value, flag: null });
                }}
              />
            )}
          </Field>
          <Field label={t('notes.operator')}>
            {({ id }) => (
              <Input
                id={id}
                maxLength={60}
                value={operator}
                placeholder={signature}
                onChange={(event) => {
                  draft.change({ operator: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={t('notes.batchOrders')} hint={t('notes.batchOrdersHint')} wide>
            {({ id, describedBy }) => (
              <Input.TextArea
                id={id}
                aria-describedby={describedBy}
                className="area mono notes-batch-orders"
                value={pasted}
                onChange={(event) => {
                  draft.change({ pasted: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={t('notes.template')} wide>
            {({ id }) => (
              <Select
                id={id}
                value={templateId}
                showSearch={{ optionFilterProp: 'label' }}
                options={memoTemplates.map((one) => ({
                  value: one.id,
                  label: templateLabel(one, t, language),
                }))}
                onChange={(chosen: string) => {
                  const next = memoTemplates.find((one) => one.id === chosen);
                  if (next === undefined) return;
                  // The free format has nothing but one blank: there the content is written.
                  const text = next.for.length === 0 ? '' : next.text[language];
                  draft.change({ templateId: chosen, content: text, flag: null });
                }}
              />
            )}
          </Field>
          <Field label={t('notes.content')} hint={t('notes.batchContentHint')} wide>
            {({ id, describedBy }) => (
              <Input
                id={id}
                aria-describedby={describedBy}
                maxLength={2000}
                value={content}
                onChange={(event) => {
                  draft.change({ content: event.target.value });
                }}
              />
            )}
          </Field>
          {sharedBlanks(content).map((name) => (
            <Field key={name} label={name}>
              {({ id }) => (
                <Input
                  id={id}
                  maxLength={500}
                  placeholder={
                    byColumn.includes(name)
                      ? t('notes.batchColumn', { column: byColumn.indexOf(name) + 1 })
                      : undefined
                  }
                  value={Object.hasOwn(values, name) ? values[name] : ''}
                  onChange={(event) => {
                    draft.change({ values: { ...values, [name]: event.target.value } });
                  }}
                />
              )}
            </Field>
          ))}
        </div>
        <FlagPicker
          format={format}
          legend={legend}
          flag={flag}
          tag={tag}
          onFlag={(color) => {
            draft.change({ flag: color });
          }}
          onTag={(label) => {
            draft.change({ tag: label });
          }}
        />
        <ul className="notes-batch-rows" aria-label={t('notes.batchRows')}>
          {[...bad, ...good].slice(0, shownRows).map(({ line, orderNo, text, problem }) => (
            <li key={line} className={problem === null ? '' : 'bad'}>
              <span className="ink-3 mono">{line}</span>
              <span className="mono ellipsis">{orderNo}</span>
              <span className="ellipsis">{problem === null ? text : t(`notes.batchProblem.${problem}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
