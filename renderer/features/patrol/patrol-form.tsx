import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { finishRound } from '../../data/patrol-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { isComposing } from '../../ui/is-composing';
import { PlatformMark } from '../../ui/platform-mark';
import { plainText } from '#shared/domain/plain-text';
import type { Platform } from '#shared/domain/platform';

type Counts = Partial<Record<Platform, string>>;

const isCount = (text: string): boolean => /^\d{1,5}$/u.test(plainText(text));

/** A round: the number each back office shows is typed in; Enter goes to the next one, the last one saves. */
export function PatrolForm({
  platforms,
  onDone,
}: {
  readonly platforms: readonly Platform[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const draft = useDraft<Counts>('patrol', {}, now, report);
  if (draft.value === undefined) return null;
  const { value } = draft;
  const typed = platforms.filter((platform) => (value[platform] ?? '').trim() !== '');
  const wrong = typed.find((platform) => !isCount(value[platform] ?? ''));
  const ready = typed.length > 0 && wrong === undefined;
  const save = (): void => {
    if (!ready) return;
    const seen = Object.fromEntries(
      typed.map((platform) => [platform, Number(plainText(value[platform] ?? ''))]),
    );
    finishRound('pending', seen, now())
      .then(draft.clear)
      .then(() => {
        tell('patrol.saved');
        onDone();
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  return (
    <form
      className="patrol-form"
      aria-label={t('patrol.formTitle')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key !== 'Enter' || isComposing(event) || !(event.target instanceof HTMLInputElement))
          return;
        const fields = [...event.currentTarget.querySelectorAll('input')];
        const next = fields[fields.indexOf(event.target) + 1];
        if (next === undefined || event.ctrlKey) save();
        else next.focus();
      }}
    >
      <p className="ink-3 side-note">{t('patrol.formText')}</p>
      <ul className="patrol-lines">
        {platforms.map((platform, index) => (
          <li key={platform}>
            <PlatformMark platform={platform} label="" />
            <label className="ellipsis" htmlFor={`${id}-${platform}`}>
              {t(`domain.platform.${platform}`)}
            </label>
            <Input
              id={`${id}-${platform}`}
              size="small"
              inputMode="numeric"
              maxLength={5}
              autoFocus={index === 0}
              status={platform === wrong ? 'error' : ''}
              value={value[platform] ?? ''}
              onChange={(event) => {
                draft.change({ [platform]: event.target.value });
              }}
            />
          </li>
        ))}
      </ul>
      {wrong === undefined ? null : (
        <p className="patrol-differs side-note" role="alert">
          {t('patrol.notANumber', { text: value[wrong] ?? '' })}
        </p>
      )}
      <div className="patrol-foot">
        <button type="button" className="btn small primary" disabled={!ready} onClick={save}>
          {t('patrol.finish')}
        </button>
        <button type="button" className="btn small" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
