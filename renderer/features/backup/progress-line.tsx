import { useTranslation } from 'react-i18next';

/** What is going on in words, and how far it is. */
export function ProgressLine({
  text,
  done,
  total,
}: {
  readonly text: string;
  readonly done: number;
  readonly total: number;
}) {
  const { t } = useTranslation();
  const known = total > 0;
  return (
    <div className="backup-progress" role="status">
      <span>
        {text}
        {known ? ` ${Math.min(100, Math.floor((done / total) * 100))}%` : null}
      </span>
      <progress
        aria-label={t('backup.progress')}
        max={known ? total : undefined}
        value={known ? done : undefined}
      />
    </div>
  );
}
