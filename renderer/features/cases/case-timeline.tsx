import { Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoMinute } from '#shared/domain/shanghai-time';
import { evidenceSlot } from '#shared/knowledge/evidence-slots';
import { useRuleTitles } from '../../data/use-rule-titles';
import { eventWords as happeningWords } from './clock-words';
import { addComment } from '../../data/case-repository';
import { caseTypeWords, playbookNameWords } from '../../text/case-type-words';
import { findBrokenLink, listEvents } from '../../data/timeline-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { promiseWords } from '../../text/commitment-words';
import { MaskedText } from '../../ui/masked-text';
import { isComposing } from '../../ui/is-composing';
import type { CommitmentKind } from '#shared/domain/commitment';
import type { CaseId } from '#shared/domain/ids';
import type { CaseType } from '#shared/domain/case';
import type { TimelineEvent } from '#shared/domain/timeline';

const enumAreas: Readonly<Record<string, string>> = {
  type: 'caseType',
  channel: 'channel',
  liability: 'liability',
  goods: 'goods',
  waitingOn: 'waitingOn',
  platform: 'platform',
  complaintChannel: 'complaintChannel',
  source: 'evidenceSource',
  claimReason: 'claimReason',
  foundReason: 'claimReason',
};

/** A value of a change as the seller reads it: enum labels, money, times. */
function valueWords(t: TFunction, field: string, value: string | number | null): string {
  if (value === null || value === '') return t('common.none');
  const area = enumAreas[field];
  if (area !== undefined) return t(`domain.${area}.${value}`);
  if (field === 'playbook') return playbookNameWords(String(value));
  if (field === 'amountFen') return `¥${formatYuan(Number(value))}`;
  if (field === 'nextActionAt') return isoMinute(Number(value));
  return String(value);
}

function eventWords(
  t: TFunction,
  { kind, data }: TimelineEvent,
  ruleTitle: (ruleId: string) => string | undefined,
  language: string,
): string {
  if (kind === 'caseEdited' || kind === 'evidenceDescribed') {
    const field = String(data['field']);
    return t(`timeline.${kind}`, {
      fileName: data['fileName'] ?? '',
      field: t(`timeline.field.${field}`),
      from: valueWords(t, field, data['from'] ?? null),
      to: valueWords(t, field, data['to'] ?? null),
    });
  }
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(data)) values[key] = value ?? '';
  if (kind === 'caseCreated') {
    const playbook = data['playbook'];
    values['type'] = caseTypeWords(t, {
      type: data['type'] as CaseType,
      ...(typeof playbook === 'string' ? { playbook } : {}),
    });
  }
  if (kind === 'weighingSaved') {
    values['verdict'] = t(`weighing.verdict.${data['verdict']}`);
    if (data['grams'] === null) return t('timeline.weighingOpen', values);
  }
  if (kind === 'evidenceSlotted') {
    const words = evidenceSlot(String(data['slot']))?.title[language === 'en' ? 'en' : 'zh'];
    values['title'] = words ?? values['title'] ?? '';
    if (data['slot'] === null) return t('timeline.evidenceUnslotted', values);
  }
  if (kind === 'packSaved') values['how'] = t(`pack.way.${data['how']}`);
  if (kind === 'slipMade') values['how'] = t(`slips.way.${data['how']}`);
  if (kind === 'noteAdded') values['flag'] = t(`domain.flag.${data['flag']}`);
  if (kind === 'wrongShipmentLogged') {
    values['kind'] = t(`domain.wrongKind.${data['kind']}`);
    values['cost'] = formatYuan(Number(data['costFen'] ?? 0));
  }
  if (kind === 'invoiceSaved')
    values['invoiceKind'] = `${t(`invoices.kind.${data['kind']}`)} · ${t(`invoices.form.${data['form']}`)}`;
  if (kind === 'costAdded' || kind === 'costRemoved') values['what'] = t(`money.kind.${data['kind']}`);
  if (kind === 'claimChanged') values['state'] = t(`money.state.${data['state']}`);
  if (typeof data['bearer'] === 'string') values['who'] = t(`domain.liability.${data['bearer']}`);
  if (typeof data['against'] === 'string') values['who'] = t(`domain.liability.${data['against']}`);
  if (typeof data['amountFen'] === 'number') values['amount'] = formatYuan(data['amountFen']);
  if (typeof data['promise'] === 'string') {
    const amountFen = typeof data['amountFen'] === 'number' ? data['amountFen'] : null;
    const kind = data['promise'] as CommitmentKind;
    values['promise'] = promiseWords(t, { kind, amountFen, text: String(data['text'] ?? '') });
    values['used'] = formatYuan(Number(data['usedFen'] ?? 0));
    values['left'] = formatYuan(Number(data['leftFen'] ?? 0));
  }
  if (typeof data['ruleId'] === 'string')
    values['ruleId'] = ruleTitle(data['ruleId']) ?? happeningWords(data['ruleId'], language);
  if (kind === 'trashed' || kind === 'restored') values['what'] = t(`trash.kind.${data['what']}`);
  if (kind === 'undone') values['what'] = t([`undo.what.${data['what']}`, 'undo.what.other']);
  if (kind === 'eventRecorded') {
    values['event'] = happeningWords(String(data['event']), language);
    if (data['at'] === null) return t('timeline.eventRemoved', values);
  }
  if (kind === 'notePasted' && data['pasted'] === 0) return t('timeline.noteUnpasted', values);
  const en = language === 'en';
  const words = (zh: string, inEnglish: string): string => String(data[en ? inEnglish : zh] ?? '');
  values['step'] = words('zh', 'en');
  values['said'] = words('saidZh', 'saidEn');
  if (kind === 'stepDone' && values['said'] !== '') return t('timeline.stepDoneSaid', values);
  if (kind === 'stageMoved') {
    values['from'] = words('fromZh', 'fromEn');
    values['to'] = words('zh', 'en');
    if (values['reason'] !== '') return t('timeline.stageJumped', values);
  }
  if (kind === 'gateOverridden') values['gate'] = words('zh', 'en');
  if (kind === 'slotChanged') {
    values['slot'] = words('zh', 'en');
    if (data['count'] === 0) return t('timeline.slotEmptied', values);
  }
  if (kind === 'contactLogged') {
    values['channel'] = t(`playbook.channel.${data['channel']}`);
    values['result'] = t(`playbook.result.${data['result']}`);
  }
  if (kind === 'unreachablePrinted') values['how'] = t(`contacts.paper.did.${data['how']}`);
  if (kind === 'buyerUnreachable' && data['reason'] !== '')
    return t('timeline.buyerUnreachableEarly', values);
  if (kind === 'waitingNamed' && data['name'] === '') return t('timeline.waitingUnnamed', values);
  if (kind === 'judged') values['verdict'] = words('zh', 'en');
  if (kind === 'retentionTried') {
    values['offer'] = words('zh', 'en');
    values['result'] = t(`decide.result.${data['result']}`);
    values['amount'] = typeof data['amountFen'] === 'number' ? `¥${formatYuan(data['amountFen'])}` : '';
  }
  if (kind === 'taskNoted')
    return t(`timeline.taskNoted.${data['what']}`, { text: data['text'], requester: data['requester'] });
  if (kind === 'reviewChanged') values['what'] = t(`reviews.did.${data['what']}`, { day: data['day'] ?? '' });
  if (kind === 'talkAdded' || kind === 'talkAnswered') {
    values['thread'] = t(`reviews.talk.thread.${data['thread']}`);
    values['by'] = t(`reviews.talk.by.${data['by']}`);
    values['answer'] = t(`reviews.talk.answer.${data['answer']}`);
    values['amount'] = typeof data['amountFen'] === 'number' ? ` ¥${formatYuan(data['amountFen'])}` : '';
  }
  if (kind === 'penaltyNoted') values['kind'] = t(`reviews.penalty.kind.${data['kind']}`);
  if (kind === 'wonBack') {
    if (data['state'] === null) return t('timeline.wonBackUndone', values);
    values['state'] = t(`people.winBackState.${data['state']}`);
  }
  if (kind === 'inspected') {
    values['verdict'] = t(`playbook.verdict.${data['verdict']}`);
    values['grade'] = t(`playbook.grade.${data['grade']}`);
  }
  if (kind === 'caseClosed' && data['outcome'] !== undefined) {
    const open = String(data['open'] ?? '');
    const left =
      open === ''
        ? ''
        : open
            .split(',')
            .map((one) => t(`playbook.close.kind.${one}`))
            .join(t('playbook.comma'));
    const outcome = t(`domain.outcome.${data['outcome']}`);
    return t(left === '' ? 'timeline.caseClosedWith' : 'timeline.caseClosedLeft', {
      ...values,
      outcome,
      left,
    });
  }
  for (const key of ['dueAt', 'until', 'at', 'first', 'last']) {
    const at = data[key];
    if (typeof at === 'number') values[key] = isoMinute(at);
  }
  return t(`timeline.${kind}`, values);
}

/** The history of a case: append-only, newest first, its chain checked each time it is shown (R121). */
export function CaseTimeline({ caseId }: { readonly caseId: CaseId }) {
  const { t, i18n } = useTranslation();
  const titleOf = useRuleTitles();
  const events = useLive(() => listEvents(caseId), [caseId]);
  const draft = useDraft(`case:${caseId}:comment`, { text: '' }, now, report);
  if (events === undefined) return null;
  const broken = findBrokenLink(events);
  const text = draft.value?.text ?? '';
  const add = (): void => {
    if (text.trim() === '') return;
    addComment(caseId, text, now())
      .then(() => draft.clear())
      .catch((error: unknown) => {
        report(error, add);
      });
  };
  return (
    <section aria-label={t('cases.tab.timeline')}>
      <div className="timeline-add">
        <Input
          aria-label={t('timeline.add')}
          placeholder={t('timeline.add')}
          value={text}
          onChange={(event) => {
            draft.change({ text: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) add();
          }}
        />
        <button type="button" className="btn" onClick={add} disabled={text.trim() === ''}>
          {t('common.add')}
        </button>
      </div>
      <p
        className={broken === null ? 'timeline-ok' : 'timeline-broken'}
        role={broken === null ? undefined : 'alert'}
      >
        {broken === null
          ? t('timeline.chainOk', { count: events.length })
          : t('timeline.chainBroken', { seq: broken })}
      </p>
      <ol className="card timeline">
        {events.toReversed().map((event) => (
          <li key={event.id}>
            <time className="ink-3">{isoMinute(event.at)}</time>
            <MaskedText
              text={eventWords(t, event, (ruleId) => titleOf(ruleId, i18n.language), i18n.language)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
