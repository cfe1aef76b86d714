import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { listRulesToQuote } from '../../data/rule-snippet-repository';
import { useLive } from '../../data/use-live';
import { BlankInput } from '../../ui/blank-input';
import { WarningIcon } from '../../ui/icons';
import { CourtesyHints } from './courtesy-hints';
import { RulePick } from '../../ui/rule-pick';
import type { Message } from './compose-message';
import type { WordingKind } from '#shared/knowledge/wording-rules';

/** Blanks that quote a platform's rule (R120). */
const ruleBlanks: ReadonlySet<string> = new Set(['规则原文', 'rule']);

/** The message as it would be copied, with what is still to fill in and what should not be said. */
export function MessagePane({
  message,
  onType,
  onSubmit,
}: {
  readonly message: Message;
  readonly onType: (name: string, value: string) => void;
  readonly onSubmit: () => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const rules = useLive(listRulesToQuote, []) ?? [];
  const names = [...message.values.keys()];
  return (
    <div className="script-message">
      {names.length > 0 ? (
        <div className="script-blanks" role="group" aria-label={t('scripts.blanks')}>
          {names.map((name) => (
            <label key={name} className="script-blank" htmlFor={`${id}-${name}`}>
              <span>{name}</span>
              <BlankInput
                id={`${id}-${name}`}
                name={name}
                value={message.values.get(name) ?? ''}
                missing={message.missing.includes(name)}
                onChange={(value) => {
                  onType(name, value);
                }}
                onEnter={onSubmit}
              />
              {ruleBlanks.has(name) ? (
                <RulePick
                  rules={rules}
                  onPick={(value) => {
                    onType(name, value);
                  }}
                />
              ) : null}
            </label>
          ))}
        </div>
      ) : null}
      <output className="script-text" aria-label={t('scripts.message')}>
        <Marked message={message} />
      </output>
      <Warnings message={message} />
      <CourtesyHints text={message.text} />
    </div>
  );
}

/** The text with its risky wordings and unfilled blanks set off. */
function Marked({ message: { text, marks, missing } }: { readonly message: Message }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const { start, end, ruleId } of marks) {
    parts.push(<Blanked key={`t${from}`} text={text.slice(from, start)} missing={missing} />);
    parts.push(<mark key={`${ruleId}${start}`}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      <Blanked text={text.slice(from)} missing={missing} />
    </>
  );
}

/** Only blanks that are still empty stand out: braces that came in with a value are text. */
function Blanked({ text, missing }: { readonly text: string; readonly missing: readonly string[] }) {
  return text.split(/(\{[^{}\r\n]{1,20}\})/).map((part, order) =>
    order % 2 === 1 && missing.includes(part.slice(1, -1)) ? (
      <span key={order} className="script-gap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

function Warnings({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const kinds = [...new Set(message.marks.map(({ kind }): WordingKind => kind))];
  if (kinds.length === 0) return null;
  return (
    <div className="script-warning" role="alert">
      <WarningIcon />
      <div>
        <b>{t('scripts.wording.title')}</b>
        {kinds.map((kind) => (
          <p key={kind}>
            {t(`scripts.wording.${kind}`)}
            {': '}
            {message.marks
              .filter((mark) => mark.kind === kind)
              .map(({ start, end }) => `“${message.text.slice(start, end)}”`)
              .join(' ')}
          </p>
        ))}
      </div>
    </div>
  );
}
