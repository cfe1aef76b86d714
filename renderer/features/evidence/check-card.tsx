import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { claimReasons, type ClaimReason } from '#shared/domain/claim-reason';
import { isoMinute } from '#shared/domain/shanghai-time';
import { wantsReason } from '#shared/knowledge/evidence-checklists';
import { readEvidenceCheck, setClaimReason } from '../../data/evidence-check-repository';
import { useLive } from '../../data/use-live';
import { useRuleTitles } from '../../data/use-rule-titles';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { countdownWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { CheckIcon, WarningIcon } from '../../ui/icons';
import { CheckRow } from './check-row';
import './check.css';
import type { Case } from '#shared/domain/case';
import type { EvidenceCheck } from '../../data/evidence-check-repository';

/** What this case has to prove (R131): there, missing, waiting for a look, and before which clock ends. */
export function CheckCard({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const check = useLive(() => readEvidenceCheck(item.id), [item.id]);
  if (check === undefined) return null;
  const { slots, risky } = check;
  if (slots.length === 0 && !wantsReason(item.type)) return null;
  const open = slots.filter(({ state }) => state !== 'done');
  const musts = open.filter(({ slot }) => slot.need === 'must').length;
  // Which pieces are needed depends on the reason: before it is picked, nothing is complete.
  const unsure = wantsReason(item.type) && check.reason === null;
  const noChat = risky && open.some(({ slot }) => slot.id === 'talk-record');
  return (
    <section className="card check-card" aria-label={t('check.title')}>
      <header className="check-head">
        <h2>{t('check.title')}</h2>
        {musts === 0 && unsure ? null : (
          <span className={musts === 0 ? 'chip ok' : 'chip soon'} role="status">
            {musts === 0 ? <CheckIcon /> : <WarningIcon />}
            {musts === 0
              ? t(open.length === 0 ? 'check.complete' : 'check.enough')
              : t('check.missing', { count: musts })}
          </span>
        )}
        {open.length === 0 ? null : <Before check={check} present={present} />}
        <span className="grow" />
        {wantsReason(item.type) ? <ReasonPicker item={item} reason={check.reason} /> : null}
      </header>
      {noChat ? (
        <p className="check-nag" role="alert">
          <WarningIcon /> {t('check.noChat')}
        </p>
      ) : null}
      {unsure ? <p className="ink-2 check-note">{t('check.pickReason')}</p> : null}
      <ul className="check-list">
        {slots.map((slot) => (
          <CheckRow key={slot.slot.id} check={slot} />
        ))}
      </ul>
    </section>
  );
}

/** The clock of ours that ends first: until then it has to be complete. */
function Before({ check, present }: { readonly check: EvidenceCheck; readonly present: number }) {
  const { t, i18n } = useTranslation();
  const titleOf = useRuleTitles();
  const { before } = check;
  if (before === null) return null;
  const { state, text } = countdownWords(t, before.dueAt, present);
  return (
    <CountdownChip
      state={state}
      text={text}
      title={`${titleOf(before.ruleId, i18n.language) ?? before.ruleId} · ${isoMinute(before.dueAt)}`}
    />
  );
}

function ReasonPicker({ item, reason }: { readonly item: Case; readonly reason: ClaimReason | null }) {
  const { t } = useTranslation();
  return (
    <Select
      size="small"
      className="check-reason"
      allowClear
      value={reason}
      placeholder={t('check.reason')}
      aria-label={t('check.reason')}
      options={claimReasons.map((value) => ({ value, label: t(`domain.claimReason.${value}`) }))}
      onChange={(value: ClaimReason | undefined) => {
        setClaimReason(item.id, value ?? null, now()).catch(report);
      }}
    />
  );
}
