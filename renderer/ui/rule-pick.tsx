import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '#shared/domain/playbook';
import type { RuleSnippet } from '#shared/knowledge/rule-snippets';
import type { Platform } from '#shared/domain/platform';

/** Rules of a platform, then those that hold everywhere, then the others. */
function forPlatform(rules: readonly RuleSnippet[], here: Platform | undefined): readonly RuleSnippet[] {
  const place = ({ platform }: RuleSnippet): number => (platform === here ? 0 : platform === null ? 1 : 2);
  return here === undefined ? rules : rules.toSorted((a, b) => place(a) - place(b));
}

/** Picks a rule to quote (R120); its words go into the field, where they can be changed. */
export function RulePick({
  rules,
  platform: here,
  onPick,
}: {
  /** In the seller's words where there are some. */
  readonly rules: readonly RuleSnippet[];
  /** Rules of this platform come first. */
  readonly platform?: Platform;
  readonly onPick: (text: string) => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Select
      size="small"
      className="script-rule-pick"
      value={null}
      placeholder={t('courtesy.pickRule')}
      aria-label={t('courtesy.pickRule')}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={forPlatform(rules, here).map(({ id, platform, title, asOf }) => {
        const words = wordsIn(title, i18n.language);
        const name = platform === null ? '' : t(`domain.platform.${platform}`);
        // Some titles name their platform themselves.
        const parts = [...(words.startsWith(name) ? [] : [name]), words, asOf];
        return { value: id as string | null, label: parts.join(' · ') };
      })}
      onChange={(id) => {
        const found = rules.find((one) => one.id === id);
        if (found !== undefined) onPick(wordsIn(found.text, i18n.language));
      }}
    />
  );
}
