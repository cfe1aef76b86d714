import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { caseStatuses } from '#shared/domain/case';
import { invoiceKinds } from '#shared/domain/invoice';
import { platforms } from '#shared/domain/platform';
import { wordsIn, type ProcedureStatus } from '#shared/domain/playbook';
import type { InvoiceFilter } from './invoice-filter';

/** What the register can be narrowed to, with how many stand in each state (R104). */
export function InvoiceBar({
  filter,
  states,
  countOf,
  onChange,
}: {
  readonly filter: InvoiceFilter;
  readonly states: readonly ProcedureStatus[];
  readonly countOf: (state: string) => number;
  readonly onChange: (part: Partial<InvoiceFilter>) => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <div className="invoice-filter">
      <div className="case-filter-tags" role="group" aria-label={t('cases.filterStatus')}>
        {caseStatuses.map((open) => (
          <button
            key={open}
            type="button"
            className={filter.open === open ? 'case-tag on' : 'case-tag'}
            aria-pressed={filter.open === open}
            onClick={() => {
              onChange({ open });
            }}
          >
            {t(`domain.status.${open}`)}
          </button>
        ))}
      </div>
      <div className="case-filter-tags" role="group" aria-label={t('invoices.column.status')}>
        {states.map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={filter.state === id ? 'case-tag on' : 'case-tag'}
            aria-pressed={filter.state === id}
            onClick={() => {
              onChange({ state: filter.state === id ? null : id });
            }}
          >
            {wordsIn(title, i18n.language)} {countOf(id)}
          </button>
        ))}
      </div>
      <span className="grow" />
      <Select<InvoiceFilter['kind']>
        size="small"
        allowClear
        className="invoice-select"
        aria-label={t('invoices.field.kind')}
        placeholder={t('invoices.field.kind')}
        value={filter.kind}
        options={invoiceKinds.map((value) => ({ value, label: t(`invoices.kind.${value}`) }))}
        onChange={(kind) => {
          onChange({ kind: kind ?? null });
        }}
      />
      <Select<InvoiceFilter['platform']>
        size="small"
        allowClear
        className="invoice-select"
        popupMatchSelectWidth={false}
        aria-label={t('cases.platform')}
        placeholder={t('cases.platform')}
        value={filter.platform}
        options={platforms.map((value) => ({ value, label: t(`domain.platform.${value}`) }))}
        onChange={(platform) => {
          onChange({ platform: platform ?? null });
        }}
      />
      <Input
        size="small"
        allowClear
        className="invoice-search"
        data-hotkey="list-search"
        aria-label={t('invoices.search')}
        placeholder={t('invoices.search')}
        value={filter.text}
        onChange={(event) => {
          onChange({ text: event.target.value });
        }}
      />
    </div>
  );
}
