import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceKinds, type Evidence } from '#shared/domain/evidence';
import { judgeEvidence, readEvidenceCheck, setEvidenceSlot } from '../../data/evidence-check-repository';
import { changeKind, moveEvidence } from '../../data/evidence-work-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell, warn } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { isComposing } from '../../ui/is-composing';
import { CasePicker } from './case-picker';
import { deleteEvidence } from './delete-evidence';

const stay = (node: HTMLElement): HTMLElement => node.parentElement ?? node;

/** What can be done with one piece beside the picture: judge it (R17), say what it proves, correct kind and case. */
export function ViewerWork({ item, onGone }: { readonly item: Evidence; readonly onGone: () => void }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const check = useLive(() => readEvidenceCheck(item.caseId), [item.caseId]);
  const [moving, setMoving] = useState(false);
  const slots = check?.slots ?? [];
  const known = slots.some(({ slot }) => slot.id === item.slot);
  return (
    <div className="viewer-work">
      <Verdict key={item.id} item={item} />
      <label className="field">
        <span className="label">{t('check.usedAs')}</span>
        <Select
          size="small"
          value={known ? (item.slot ?? '') : ''}
          getPopupContainer={stay}
          options={[
            { value: '', label: t('check.byKind') },
            ...slots.map(({ slot }) => ({ value: slot.id, label: slot.title[language] })),
          ]}
          onChange={(slot: string) => {
            setEvidenceSlot(item.id, slot === '' ? null : slot, now()).catch(report);
          }}
        />
      </label>
      <label className="field">
        <span className="label">{t('evidence.kind')}</span>
        <Select
          size="small"
          value={item.kind}
          getPopupContainer={stay}
          options={evidenceKinds.map((value) => ({ value, label: t(`domain.evidenceKind.${value}`) }))}
          onChange={(kind: Evidence['kind']) => {
            changeKind([item.id], kind, now()).catch(report);
          }}
        />
      </label>
      <div className="viewer-work-line">
        <button
          type="button"
          className="btn small"
          onClick={() => {
            setMoving(true);
          }}
        >
          {t('archive.move')}
        </button>
        <button
          type="button"
          className="btn small danger"
          onClick={() => {
            void deleteEvidence([item.id]).then(onGone);
          }}
        >
          {t('archive.delete')} <kbd>Del</kbd>
        </button>
      </div>
      {moving ? (
        <CasePicker
          title={t('archive.moveTitle', { count: 1 })}
          without={item.caseId}
          onClose={() => {
            setMoving(false);
          }}
          onPick={async (target) => {
            const { moved, copies } = await moveEvidence([item.id], target.id, now());
            if (moved === 0) warn('archive.alreadyThere', { caseNo: target.caseNo, count: 1 });
            else tell('archive.moved', { caseNo: target.caseNo, count: 1 });
            if (copies > 0) tell('archive.movedCopies', { count: copies });
          }}
        />
      ) : null}
    </div>
  );
}

/** Accept a piece or ask the buyer again, with the reason and the words for it (R17, R23). */
function Verdict({ item }: { readonly item: Evidence }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState(item.verdict?.reason ?? '');
  const state = item.verdict?.state ?? null;
  const judge = (next: typeof state, why: string): void => {
    judgeEvidence(item.id, next, why, now()).catch(report);
    setAsking(false);
  };
  return (
    <div className="field" role="group" aria-label={t('check.verdict')}>
      <span className="label">{t('check.verdict')}</span>
      <div className="viewer-work-line">
        <button
          type="button"
          className={state === 'accepted' ? 'btn small verdict-ok' : 'btn small'}
          aria-pressed={state === 'accepted'}
          onClick={() => {
            judge(state === 'accepted' ? null : 'accepted', '');
          }}
        >
          {t('check.accept')}
        </button>
        <button
          type="button"
          className={state === 'askAgain' ? 'btn small verdict-again' : 'btn small'}
          aria-pressed={state === 'askAgain'}
          onClick={() => {
            if (state === 'askAgain') judge(null, '');
            else setAsking(true);
          }}
        >
          {t('check.askAgain')}
        </button>
      </div>
      {asking ? (
        <Input
          size="small"
          autoFocus
          value={reason}
          maxLength={100}
          aria-label={t('check.why')}
          placeholder={t('check.why')}
          onChange={({ target }) => {
            setReason(target.value);
          }}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === 'Enter') judge('askAgain', reason);
            if (event.key === 'Escape') setAsking(false);
          }}
          suffix={
            <button
              type="button"
              className="link"
              onClick={() => {
                judge('askAgain', reason);
              }}
            >
              {t('common.save')}
            </button>
          }
        />
      ) : null}
      {state === 'askAgain' && item.verdict?.reason !== '' && !asking ? (
        <span className="ink-2">{item.verdict?.reason}</span>
      ) : null}
      {state === 'askAgain' && !asking ? (
        <CopyButton
          label={t('check.copyAskAgain')}
          doneLabel={t('common.copied')}
          copy={() =>
            navigator.clipboard.writeText(
              t(reason === '' ? 'check.askAgainPlain' : 'check.askAgainText', { reason }),
            )
          }
          onError={report}
        />
      ) : null}
    </div>
  );
}
