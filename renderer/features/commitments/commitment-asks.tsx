import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseWhen } from '#shared/domain/parse-when';
import { listEvidenceOfCase } from '../../data/evidence-repository';
import { useLive } from '../../data/use-live';
import { isComposing } from '../../ui/is-composing';
import { WhenInput } from '../../ui/when-input';
import type { Commitment } from '#shared/domain/commitment';
import type { EvidenceId } from '#shared/domain/ids';

/** Picks the piece of evidence that shows a promise was kept; none is fine. */
export function ProofPick({
  one,
  value,
  onPick,
}: {
  readonly one: Commitment;
  readonly value: EvidenceId | null;
  readonly onPick: (id: EvidenceId | null) => void;
}) {
  const { t } = useTranslation();
  const evidence = useLive(() => listEvidenceOfCase(one.caseId), [one.caseId]);
  if (evidence === undefined) return null;
  return (
    <Select
      size="small"
      className="commitment-proof"
      allowClear
      aria-label={t('commitments.proof')}
      placeholder={t(evidence.length === 0 ? 'commitments.noEvidence' : 'commitments.proof')}
      disabled={evidence.length === 0}
      value={value}
      options={evidence.map(({ id, fileName }) => ({ value: id, label: fileName }))}
      popupMatchSelectWidth={false}
      onChange={(id: EvidenceId | undefined) => {
        onPick(id ?? null);
      }}
    />
  );
}

/** Asks for the proof before a promise is marked as kept. */
export function KeepForm({
  one,
  onKeep,
}: {
  readonly one: Commitment;
  readonly onKeep: (proofId: EvidenceId | null) => void;
}) {
  const { t } = useTranslation();
  const [proofId, setProofId] = useState<EvidenceId | null>(null);
  return (
    <div className="commitment-ask">
      <ProofPick one={one} value={proofId} onPick={setProofId} />
      <button
        type="button"
        className="btn small primary"
        onClick={() => {
          onKeep(proofId);
        }}
      >
        {t('commitments.keepNow')}
      </button>
    </div>
  );
}

/** Asks for another time. */
export function MoveForm({
  label,
  present,
  onMove,
}: {
  readonly label: string;
  readonly present: number;
  readonly onMove: (at: number) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const at = parseWhen(text, present, 'future');
  return (
    <div
      className="commitment-ask"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !isComposing(event))
          if (at !== null && at > present) onMove(at);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <WhenInput id={id} value={text} direction="future" now={present} onChange={setText} />
      <button
        type="button"
        className="btn small primary"
        disabled={at === null || at <= present}
        onClick={() => {
          if (at !== null) onMove(at);
        }}
      >
        {t('common.save')}
      </button>
    </div>
  );
}

/** Asks why a promise is off; without a reason it stays. */
export function CancelForm({ onCancel }: { readonly onCancel: (reason: string) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const empty = reason.trim() === '';
  return (
    <div className="commitment-ask">
      <Input
        size="small"
        autoFocus
        maxLength={200}
        aria-label={t('commitments.reason')}
        placeholder={t('commitments.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event) && !empty) onCancel(reason);
        }}
      />
      <button
        type="button"
        className="btn small danger"
        disabled={empty}
        onClick={() => {
          onCancel(reason);
        }}
      >
        {t('commitments.cancelNow')}
      </button>
    </div>
  );
}
