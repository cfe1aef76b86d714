import { Input, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  checkMarks,
  findInspectionProblems,
  grades,
  productClasses,
  suggestVerdict,
  verdicts,
  type CheckMark,
  type Grade,
  type InspectionInput,
  type ProductClass,
  type Verdict,
} from '#shared/domain/inspection';
import { parseYuan } from '#shared/domain/money';
import { wordsIn } from '#shared/domain/playbook';
import { checklistOf } from '#shared/knowledge/inspection/checklists';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { saveInspection } from '../../data/inspection-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';

type Draft = {
  readonly productClass: ProductClass;
  readonly grade: Grade;
  readonly checks: Readonly<Record<string, CheckMark>>;
  /** Null follows what the marks suggest. */
  readonly verdict: Verdict | null;
  readonly deduction: string;
  readonly note: string;
};
const empty: Draft = {
  productClass: 'general',
  grade: 'new',
  checks: {},
  verdict: null,
  deduction: '',
  note: '',
};

function toInput(item: Case, draft: Draft, evidence: InspectionInput['evidence']): InspectionInput {
  const verdict = draft.verdict ?? suggestVerdict(draft.checks, draft.grade);
  const deductionFen = verdict === 'deduct' ? (parseYuan(draft.deduction) ?? 0) : 0;
  const { productClass, grade, checks, note } = draft;
  return { caseId: item.id, productClass, grade, checks, verdict, deductionFen, note, evidence };
}

/** Goods that came back, checked item by item by the standard of their class (R41, R154). */
export function InspectDialog({ item, onClose }: { readonly item: Case; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const draft = useDraft<Draft>(`case:${item.id}:inspection`, empty, now, report);
  const evidence = useLive(() => listEvidenceOfCase(item.id), [item.id]) ?? [];
  const [tried, setTried] = useState(false);
  const value = draft.value ?? empty;
  const items = checklistOf(value.productClass);
  // Photos filed since the goods came back belong to this inspection.
  const backAt = item.events['return.signed'] ?? 0;
  const photos = evidence.filter(
    (one) => one.receivedAt >= backAt && ['photo', 'video', 'weighing'].includes(one.kind),
  );
  const input = toInput(item, value, backAt === 0 ? [] : photos.map(({ id }) => id));
  const problems = findInspectionProblems(input, items, item.amountFen);
  const problem = (name: (typeof problems)[number]): string | undefined =>
    tried && problems.includes(name) ? t(`playbook.inspectProblem.${name}`) : undefined;
  const save = (): void => {
    setTried(true);
    if (problems.length > 0) return;
    const kept = Object.fromEntries(items.map(({ id }) => [id, value.checks[id] ?? 'none']));
    saveInspection({ ...input, checks: kept }, now())
      .then(() => draft.clear())
      .then(
        () => {
          tell('playbook.inspected');
          onClose();
        },
        (error: unknown) => {
          report(error, save);
        },
      );
  };
  const markAll = (): void => {
    draft.change({ checks: Object.fromEntries(items.map(({ id }) => [id, value.checks[id] ?? 'ok'])) });
  };
  return (
    <Modal
      open
      centered
      width={640}
      title={t('playbook.inspection')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <div
        className="walk-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) save();
        }}
      >
        <div className="form-grid">
          <Field label={t('playbook.productClass')}>
            {({ id }) => (
              <Select
                id={id}
                value={value.productClass}
                options={productClasses.map((one) => ({ value: one, label: t(`playbook.class.${one}`) }))}
                onChange={(productClass: ProductClass) => {
                  draft.change({ productClass });
                }}
              />
            )}
          </Field>
          <Field label={t('playbook.gradeLabel')}>
            {({ id }) => (
              <Select
                id={id}
                value={value.grade}
                options={grades.map((one) => ({ value: one, label: t(`playbook.grade.${one}`) }))}
                onChange={(grade: Grade) => {
                  draft.change({ grade });
                }}
              />
            )}
          </Field>
        </div>
        <div className="walk-checks" role="group" aria-label={t('playbook.checklist')}>
          {items.map((one) => (
            <div key={one.id} className="walk-check">
              <span>{wordsIn(one.title, i18n.language)}</span>
              <Segmented<CheckMark | ''>
                aria-label={wordsIn(one.title, i18n.language)}
                size="small"
                value={value.checks[one.id] ?? ''}
                options={checkMarks.map((mark) => ({ value: mark, label: t(`playbook.mark.${mark}`) }))}
                onChange={(mark) => {
                  if (mark !== '') draft.change({ checks: { ...value.checks, [one.id]: mark } });
                }}
              />
            </div>
          ))}
          {problem('checks') === undefined ? null : (
            <p className="walk-problem" role="alert">
              {problem('checks')}
            </p>
          )}
          <button type="button" className="btn small" onClick={markAll}>
            {t('playbook.restFine')}
          </button>
        </div>
        <div className="form-grid">
          <Field label={t('playbook.verdictLabel')}>
            {({ id }) => (
              <Select
                id={id}
                value={input.verdict}
                options={verdicts.map((one) => ({ value: one, label: t(`playbook.verdict.${one}`) }))}
                onChange={(verdict: Verdict) => {
                  draft.change({ verdict });
                }}
              />
            )}
          </Field>
          {input.verdict === 'deduct' ? (
            <Field label={t('playbook.deduction')} problem={problem('deduction')}>
              {({ id, describedBy }) => (
                <Input
                  id={id}
                  aria-describedby={describedBy}
                  value={value.deduction}
                  suffix={t('common.yuan')}
                  onChange={(event) => {
                    draft.change({ deduction: event.target.value });
                  }}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('playbook.inspectNote')} problem={problem('reason')} wide>
            {({ id, describedBy }) => (
              <Input.TextArea
                id={id}
                aria-describedby={describedBy}
                className="area"
                maxLength={1000}
                value={value.note}
                onChange={(event) => {
                  draft.change({ note: event.target.value });
                }}
              />
            )}
          </Field>
        </div>
        <div className="walk-reason-buttons">
          {backAt === 0 ? null : (
            <span className="ink-3">{t('playbook.photosTaken', { count: photos.length })}</span>
          )}
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" onClick={save}>
            {t('common.save')} <kbd>Ctrl ↵</kbd>
          </button>
        </div>
      </div>
    </Modal>
  );
}
