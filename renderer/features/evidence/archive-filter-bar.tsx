import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { contentments } from '#shared/domain/contentment';
import { evidenceKinds } from '#shared/domain/evidence';
import { groupings } from './archive-groups';
import { useArchive } from './archive-store';

/** Narrows the archive by buyer or name, kind and month, and says how it is grouped. */
export function ArchiveFilterBar({ months }: { readonly months: readonly string[] }) {
  const { t } = useTranslation();
  const { text, kind, month, content, groupBy, change } = useArchive();
  return (
    <div className="evidence-filter" role="search">
      <Input
        allowClear
        value={text}
        placeholder={t('evidence.filterText')}
        aria-label={t('evidence.filterText')}
        data-hotkey="list-search"
        onChange={({ target }) => {
          change({ text: target.value });
        }}
      />
      <Select
        allowClear
        value={kind}
        placeholder={t('evidence.filterKind')}
        aria-label={t('evidence.filterKind')}
        options={evidenceKinds.map((value) => ({ value, label: t(`domain.evidenceKind.${value}`) }))}
        onChange={(value: typeof kind | undefined) => {
          change({ kind: value ?? null });
        }}
      />
      <Select
        allowClear
        value={month}
        placeholder={t('evidence.filterMonth')}
        aria-label={t('evidence.filterMonth')}
        options={months.map((value) => ({ value, label: value }))}
        onChange={(value: string | undefined) => {
          change({ month: value ?? null });
        }}
      />
      <Select
        allowClear
        value={content}
        placeholder={t('evidence.filterContent')}
        aria-label={t('evidence.filterContent')}
        popupMatchSelectWidth={false}
        options={contentments.map((value) => ({ value, label: t(`evidence.content.${value}`) }))}
        onChange={(value: typeof content | undefined) => {
          change({ content: value ?? null });
        }}
      />
      <Select
        value={groupBy}
        aria-label={t('evidence.groupBy')}
        options={groupings.map((value) => ({ value, label: t(`evidence.group.${value}`) }))}
        onChange={(value) => {
          change({ groupBy: value });
        }}
      />
    </div>
  );
}
