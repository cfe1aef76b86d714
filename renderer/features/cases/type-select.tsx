import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { caseTypes, type CaseType } from '#shared/domain/case';
import { wordsIn } from '#shared/domain/playbook';
import { listPlaybooks } from '../../data/playbook-repository';
import { useLive } from '../../data/use-live';

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
  const { t, i18n } = useTranslation();
  const own =
    useLive(async () => (await listPlaybooks()).filter(({ key }) => key.startsWith('own-')), []) ?? [];
  return (
    <Select
      id={id}
      value={own.some(({ key }) => key === playbook) ? playbook : type}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...caseTypes.map((value) => ({ value: value as string, label: t(`domain.caseType.${value}`) })),
        ...own.map(({ key, name }) => ({ value: key, label: wordsIn(name, i18n.language) })),
      ]}
      onChange={(value: string) => {
        const mine = own.find(({ key }) => key === value);
        onChange(
          mine === undefined
            ? { type: value as CaseType, playbook: '' }
            : { type: mine.like, playbook: mine.key },
        );
      }}
    />
  );
}
