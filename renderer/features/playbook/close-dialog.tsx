import { Checkbox, Input, Modal, Rate, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findClosingProblems, type ClosingProblem, type Outcome } from '#shared/domain/outcome';
import { closeCase, readClosingIssues } from '../../data/close-case';
import { readWalk, type CaseWalk } from '../../data/case-walk';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import { listRulesToQuote } from '../../data/rule-snippet-repository';
import { RulePick } from '../../ui/rule-pick';
import { emptyClose, outcomeOf, sharesOf, toClosing, type CloseDraft } from './close-draft';
import { CloseShares } from './close-shares';
import { CloseWarnings } from './close-warnings';
import type { CaseId } from '#shared/domain/ids';
import './playbook.css';

/** From here on a buyer counts as content, and is asked for a review in neutral words (R69). */
const happyFrom = 4;
const inviteScript = 'M32';

/** Closing a case: what is still open, the outcome, both reasons, who bears it, and whether the buyer is content. */
export function CloseDialog({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const walk = useLive(() => readWalk(caseId), [caseId]);
  return (
    <Modal
      open
      centered
      width={640}
      title={t('playbook.close.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {walk === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : walk.item.status === 'closed' ? (
        <p className="empty">{t('playbook.close.alreadyClosed')}</p>
      ) : (
        <CloseForm walk={walk} onClose={onClose} />
      )}
    </Modal>
  );
}

function CloseForm({ walk, onClose }: { readonly walk: CaseWalk; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { item, playbook } = walk;
  const rules = useLive(listRulesToQuote, []) ?? [];
  const draft = useDraft<CloseDraft>(`case:${item.id}:close`, emptyClose, now, report);
  const [tried, setTried] = useState(false);
  const [invite, setInvite] = useState(false);
  const showOverlay = useScreen((state) => state.showOverlay);
  // What was found out while deciding stands there already (R4).
  const found = item.foundReason === undefined ? '' : t(`domain.claimReason.${item.foundReason}`);
  const value = draft.value ?? emptyClose;
  const realReason = value.realReason ?? found;
  const issues = useLive(() => readClosingIssues(item.id), [item.id]);
  const input = toClosing({ ...value, realReason }, item, playbook, outcomeOf(walk));
  const problems = findClosingProblems(input);
  const problem = (name: ClosingProblem): string | undefined =>
    tried && problems.includes(name) ? t(`playbook.close.problem.${name}`) : undefined;
  const happy = (value.satisfaction ?? 0) >= happyFrom;
  const save = (): void => {
    setTried(true);
    if (problems.length > 0 || issues === undefined) return;
    const seen = issues.map(({ key }) => key);
    void attempt(item.id, async (override) => {
      await closeCase(item.id, input, now(), { seen, override });
      await draft.clear();
      onClose();
      if (invite && happy) showOverlay({ kind: 'scripts', caseId: item.id, scriptId: inviteScript });
    });
  };
  return (
    <div
      className="walk-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
      }}
    >
      {issues === undefined ? null : <CloseWarnings issues={issues} />}
      <div className="form-grid">
        <Field label={t('playbook.close.outcome')} wide>
          {({ id }) => (
            <Select
              id={id}
              value={input.outcome}
              options={playbook.outcomes.map((one) => ({ value: one, label: t(`domain.outcome.${one}`) }))}
              onChange={(outcome: Outcome) => {
                draft.change({ outcome });
              }}
            />
          )}
        </Field>
        {input.outcome === 'platformRule' ? (
          <TextArea
            label={t('playbook.close.ruleQuote')}
            problem={problem('ruleQuote')}
            value={value.ruleQuote}
            onChange={(ruleQuote) => {
              draft.change({ ruleQuote });
            }}
          >
            <RulePick
              rules={rules}
              platform={item.platform}
              onPick={(rule) => {
                const written = value.ruleQuote.trim();
                draft.change({ ruleQuote: written === '' ? rule : `${written}\n${rule}` });
              }}
            />
          </TextArea>
        ) : null}
        <TextLine
          label={t('playbook.close.stated')}
          value={value.statedReason ?? item.description.split('\n', 1)[0] ?? ''}
          onChange={(statedReason) => {
            draft.change({ statedReason });
          }}
        />
        <TextLine
          label={t('playbook.close.real')}
          hint={t('playbook.close.realHint')}
          problem={problem('realReason')}
          value={realReason}
          onChange={(realReason) => {
            draft.change({ realReason });
          }}
        />
        <CloseShares
          shares={sharesOf(value, item, playbook)}
          problem={problem('shares')}
          onChange={(shares) => {
            draft.change({ shares });
          }}
        />
        <div className="field">
          <span className="label">{t('playbook.close.satisfaction')}</span>
          <span className="walk-options">
            <Rate
              aria-label={t('playbook.close.satisfaction')}
              value={value.satisfaction ?? 0}
              tooltips={[1, 2, 3, 4, 5].map((count) => t('playbook.close.stars', { count }))}
              onChange={(stars) => {
                draft.change({ satisfaction: stars === 0 ? null : stars });
              }}
            />
            <span className="ink-3">
              {value.satisfaction === null
                ? t('playbook.close.notAsked')
                : t('playbook.close.stars', { count: value.satisfaction })}
            </span>
          </span>
        </div>
        {happy ? (
          <Checkbox
            className="wide"
            checked={invite}
            onChange={(event) => {
              setInvite(event.target.checked);
            }}
          >
            {t('reviews.invite.label')} <span className="ink-3">{t('reviews.invite.hint')}</span>
          </Checkbox>
        ) : null}
        <TextLine
          label={t('playbook.close.satisfactionNote')}
          value={value.satisfactionNote}
          onChange={(satisfactionNote) => {
            draft.change({ satisfactionNote });
          }}
        />
        <TextArea
          label={t('playbook.close.improvement')}
          value={value.improvement}
          onChange={(improvement) => {
            draft.change({ improvement });
          }}
        />
      </div>
      <div className="walk-reason-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="btn primary" onClick={save}>
          {t('playbook.close.save')} <kbd>Ctrl ↵</kbd>
        </button>
      </div>
    </div>
  );
}

type TextProps = {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
};

function TextLine({ label, hint, problem, value, onChange }: TextProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <Input
          id={id}
          aria-describedby={describedBy}
          maxLength={500}
          value={value}
          status={problem === undefined ? '' : 'error'}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

function TextArea({
  label,
  problem,
  value,
  onChange,
  children,
}: TextProps & { readonly children?: ReactNode }) {
  return (
    <Field label={label} problem={problem} wide>
      {({ id, describedBy }) => (
        <>
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            className="area"
            maxLength={2000}
            value={value}
            status={problem === undefined ? '' : 'error'}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          {children}
        </>
      )}
    </Field>
  );
}
