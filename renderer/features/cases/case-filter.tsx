import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { waitingOns, type CaseStatus } from '#shared/domain/case';
import { platforms } from '#shared/domain/platform';
import { QueueTags } from './queue-tags';
import { StandingTags } from './standing-tags';
import { TypeFilter } from './type-select';
import { useCaseFilter } from './case-filter-store';
import type { CaseSort } from '../../data/case-repository';

const statuses: readonly CaseStatus[] = ['open', 'closed'];
const sorts: readonly CaseSort[] = ['nextSort', 'createdAt', 'updatedAt'];

/** Filter and sort above the case list. */
export function CaseFilterBar({ count }: { readonly count: number | undefined }) {
  const { t } = useTranslation();
  const { filter, sort, setFilter, setSort } = useCaseFilter();
  const choose = (area: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`domain.${area}.${value}`) }));
  return (
    <div className="case-filter">
      <div className="case-filter-tags" role="group" aria-label={t('cases.filterStatus')}>
        {statuses.map((status) => (
          <button
            key={status}
            type="button"
            className={filter.status === status ? 'case-tag on' : 'case-tag'}
            aria-pressed={filter.status === status}
            onClick={() => {
              setFilter({ status, queue: undefined });
            }}
          >
            {t(`domain.status.${status}`)} {filter.status === status ? (count ?? '') : ''}
          </button>
        ))}
        <Select
          size="small"
          variant="borderless"
          aria-label={t('cases.sort')}
          value={sort}
          options={sorts.map((value) => ({ value, label: t(`cases.sortBy.${value}`) }))}
          onChange={setSort}
        />
      </div>
      <Input
        size="small"
        allowClear
        data-hotkey="list-search"
        aria-label={t('cases.filterText')}
        placeholder={t('cases.filterText')}
        value={filter.text ?? ''}
        onChange={(event) => {
          setFilter({ text: event.target.value });
        }}
      />
      <QueueTags />
      <div className="case-filter-selects">
        <Select
          size="small"
          allowClear
          aria-label={t('cases.waitingOn')}
          placeholder={t('cases.waitingOn')}
          value={filter.waitingOn ?? null}
          options={choose('waitingOn', waitingOns)}
          onChange={(value) => {
            setFilter({ waitingOn: value ?? undefined });
          }}
        />
        <TypeFilter />
        <Select
          size="small"
          allowClear
          aria-label={t('cases.platform')}
          placeholder={t('cases.platform')}
          value={filter.platform ?? null}
          options={choose('platform', platforms)}
          popupMatchSelectWidth={false}
          onChange={(value) => {
            setFilter({ platform: value ?? undefined });
          }}
        />
      </div>
      <StandingTags />
    </div>
  );
}
