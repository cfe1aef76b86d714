import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Platform } from '#shared/domain/platform';
import { TextField } from './text-field';
import type { SetupDraft } from './setup-draft';

/** Short names that sellers sign memos with; a click fills the field. */
const usualSignatures = ['阿宁', '小七', '店主'] as const;

/** The name a shop gets when none was typed, e.g. 我的拼多多店. */
export function defaultName(t: TFunction, platform: Platform): string {
  return t(`setup.shopNames.${platform}`);
}

/** A name for each chosen platform, and the one signature under all memos (R28). */
export function ShopNames({
  draft,
  problems,
  onChange,
}: {
  readonly draft: SetupDraft;
  readonly problems: Readonly<Partial<Record<Platform, string>>>;
  readonly onChange: (part: Partial<SetupDraft>) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      {draft.platforms.length === 0 ? null : (
        <div className="form-grid">
          {draft.platforms.map((platform) => {
            const problem = problems[platform];
            return (
              <TextField
                key={platform}
                label={t('setup.nameOn', { platform: t(`domain.platform.${platform}`) })}
                value={draft.names[platform] ?? defaultName(t, platform)}
                problem={problem === undefined ? undefined : t(problem)}
                onChange={(name) => {
                  onChange({ names: { ...draft.names, [platform]: name } });
                }}
              />
            );
          })}
        </div>
      )}
      <div className="setup-signature">
        <TextField
          label={t('setup.signature')}
          hint={t('setup.signatureHint')}
          value={draft.signature}
          onChange={(signature) => {
            onChange({ signature });
          }}
        />
        <div className="setup-suggestions" role="group" aria-label={t('setup.signatureSuggestions')}>
          {usualSignatures.map((signature) => (
            <button
              key={signature}
              type="button"
              className="btn small"
              onClick={() => {
                onChange({ signature });
              }}
            >
              {signature}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
