import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeWeighing } from '#shared/domain/weighing-verdict';
import { askToWeigh } from '#shared/knowledge/weighing-script';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { getWeighing, saveWeighing } from '../../data/weighing-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { isFocusLost } from '../../ui/focus-lost';
import { isComposing } from '../../ui/is-composing';
import { readDraft, toDraft, type WeighingDraft } from './weighing-draft';
import { WeighingParts } from './weighing-parts';
import { WeighingTotals } from './weighing-totals';
import { WeighingVerdictLine } from './weighing-verdict-line';
import './weighing.css';
import type { Case } from '#shared/domain/case';
import type { Weighing } from '#shared/domain/weighing';

/** Types where somebody says something is missing: the card stands open from the start. */
const openFor: ReadonlySet<Case['type']> = new Set(['shortage', 'wrongShipment']);

/** Weights as evidence (R33) and the packing list against all waybills of the order (R32). */
export function WeighingCard({ item }: { readonly item: Case }) {
  const { t } = useTranslation();
  const stored = useLive(async () => ({ found: await getWeighing(item.id) }), [item.id]);
  const [opened, setOpened] = useState(false);
  if (stored === undefined) return null;
  const open =
    opened || stored.found !== undefined || openFor.has(item.type) || item.claimReason === 'missing';
  if (!open) {
    return (
      <button
        type="button"
        className="btn weighing-open"
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('weighing.open')}
      </button>
    );
  }
  return (
    <Card
      key={stored.found?.updatedAt ?? 0}
      item={item}
      stored={stored.found}
      takesFocus={opened}
      onSave={() => {
        setOpened(true);
      }}
    />
  );
}

function Card({
  item,
  stored,
  takesFocus,
  onSave,
}: {
  readonly item: Case;
  readonly stored: Weighing | undefined;
  /** It stands where the button was that opened it, or where it was saved: the keys go on in it. */
  readonly takesFocus: boolean;
  readonly onSave: () => void;
}) {
  const { t, i18n } = useTranslation();
  const draft = useDraft<WeighingDraft>(
    `case:${item.id}:weighing`,
    toDraft(stored, item.product),
    now,
    report,
  );
  const photos = useLive(() => listEvidenceOfCase(item.id), [item.id]) ?? [];
  const section = useRef<HTMLElement>(null);
  const isReady = draft.value !== undefined;
  useEffect(() => {
    if (takesFocus && isReady && isFocusLost()) section.current?.querySelector('input')?.focus();
  }, [takesFocus, isReady]);
  if (draft.value === undefined) return null;
  const { value, change } = draft;
  const input = readDraft(value);
  const judged = input === null ? null : judgeWeighing(input);
  const save = (): void => {
    if (input === null) return;
    onSave();
    saveWeighing(item.id, input, now())
      .then(async () => {
        await draft.clear();
        tell('weighing.saved');
      })
      .catch((error: unknown) => {
        report(error, save);
      });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
  };
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const names = value.parts.map(({ name, quantity }) =>
    name.trim() === '' ? '' : quantity.trim() === '1' ? name : `${name} × ${quantity.trim()}`,
  );
  return (
    <section ref={section} className="card weighing" aria-label={t('weighing.title')} onKeyDown={onKeyDown}>
      <header className="weighing-head">
        <h2>{t('weighing.title')}</h2>
        <span className="ink-3 ellipsis">{t('weighing.grams')}</span>
        <span className="grow" />
        <CopyButton
          label={t('weighing.copyScript')}
          doneLabel={t('common.copied')}
          copy={() => navigator.clipboard.writeText(askToWeigh(language, names))}
          onError={report}
        />
        <button type="button" className="btn small primary" disabled={input === null} onClick={save}>
          {t('common.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </header>
      <WeighingParts value={value} judged={judged} photos={photos} change={change} />
      <WeighingTotals value={value} photos={photos} change={change} />
      <WeighingVerdictLine judged={judged} parts={value.parts} waybills={value.waybills} />
    </section>
  );
}
