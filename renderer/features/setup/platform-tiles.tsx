import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { PlatformMark } from '../../ui/platform-mark';
import { CheckIcon } from '../../ui/icons';

/** All platforms as tiles; any number can be chosen. */
export function PlatformTiles({
  chosen,
  onToggle,
  describedBy,
}: {
  readonly chosen: readonly Platform[];
  readonly onToggle: (platform: Platform) => void;
  readonly describedBy: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <div
      className="setup-tiles"
      role="group"
      aria-label={t('setup.platforms')}
      aria-describedby={describedBy}
    >
      {platforms.map((platform) => {
        const on = chosen.includes(platform);
        return (
          <button
            key={platform}
            type="button"
            className={on ? 'setup-tile on' : 'setup-tile'}
            aria-pressed={on}
            onClick={() => {
              onToggle(platform);
            }}
          >
            <span aria-hidden="true">
              <PlatformMark platform={platform} label="" />
            </span>
            <span className="ellipsis">{t(`domain.platform.${platform}`)}</span>
            {on ? (
              <span className="setup-tick">
                <CheckIcon />
              </span>
            ) : null}
          </button>
        );
      })}
    </div>
  );
}
