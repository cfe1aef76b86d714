import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { caseTypes, type CaseType } from '#shared/domain/case';
import { wordsIn } from '#shared/domain/playbook';
import { listPlaybooks } from '../../data/playbook-repository';
import { useLive } from '../../data/use-live';
import { caseTypeWords } from '../../text/case-type-words';
import { useCaseFilter } from './case-filter-store';

/** The kind of a case: one of the twenty, or one of the seller's own (which is like one of them). */
export function TypeSelect({
  id,
  type,
  playbook,
  onChange,
}: {
  readonly id: string;
  readonly type: CaseType;
  readonly playbook: string;
  readonly onChange: (chosen: { readonly type: CaseType; readonly playbook: string }) => void;
}) {
  const { own, options, read } = useTypes();
  return (
    <Select
      id={id}
      value={own.some(({ key }) => key === playbook) ? playbook : type}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={(value: string) => {
        onChange(read(value));
      }}
    />
  );
}

/** The same choice above the list of cases. Another type has other states: those chosen before are let go of. */
export function TypeFilter() {
  const { t } = useTranslation();
  const { filter, setFilter } = useCaseFilter();
  const { options, read } = useTypes();
  return (
    <Select
      size="small"
      allowClear
      aria-label={t('cases.type')}
      placeholder={t('cases.type')}
      value={filter.playbook ?? filter.type ?? null}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(value: string | null | undefined) => {
        const chosen = value == null ? { type: undefined, playbook: '' } : read(value);
        setFilter({ type: chosen.type, playbook: chosen.playbook || undefined, standing: undefined });
      }}
    />
  );
}

/** All case types by their names, and what a chosen one stands for. */
function useTypes() {
  const { t, i18n } = useTranslation();
  const own =
    useLive(async () => (await listPlaybooks()).filter(({ key }) => key.startsWith('own-')), []) ?? [];
  const options = [
    ...caseTypes.map((value) => ({ value: value as string, label: caseTypeWords(t, { type: value }) })),
    ...own.map(({ key, name }) => ({ value: key, label: wordsIn(name, i18n.language) })),
  ];
  const read = (value: string): { readonly type: CaseType; readonly playbook: string } => {
    const mine = own.find(({ key }) => key === value);
    return mine === undefined
      ? { type: value as CaseType, playbook: '' }
      : { type: mine.like, playbook: mine.key };
  };
  return { own, options, read };
}
