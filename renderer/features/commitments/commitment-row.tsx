import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting, type Commitment } from '#shared/domain/commitment';
import {
  cancelCommitment,
  keepCommitment,
  moveCommitment,
  proveCommitment,
  reopenCommitment,
} from '../../data/commitment-repository';
import { now } from '../../platform/clock';
import { attempt } from '../../state/gate-store';
import { report } from '../../state/toast-store';
import { promiseWords } from '../../text/commitment-words';
import { momentWords } from '../../text/time-words';
import { CopyButton } from '../../ui/copy-button';
import { CancelForm, KeepForm, MoveForm, ProofPick } from './commitment-asks';
import { CommitmentChip } from './commitment-chip';

type Asking = 'keep' | 'move' | 'cancel' | null;

/** One promise: what, to where, until when, and what can be done with it. */
export function CommitmentRow({ one, present }: { readonly one: Commitment; readonly present: number }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const run = (job: () => Promise<void>): void => {
    job().then(
      () => {
        setAsking(null);
      },
      (error: unknown) => {
        report(error);
      },
    );
  };
  const what = promiseWords(t, one);
  const ask = (which: Exclude<Asking, null>, label: string) => (
    <button
      type="button"
      className={which === 'keep' ? 'btn small' : 'btn small plain'}
      aria-expanded={asking === which}
      onClick={() => {
        setAsking(asking === which ? null : which);
      }}
    >
      {label}
    </button>
  );
  return (
    <li className="commitment" data-commitment={one.kind}>
      <div className="commitment-line">
        <span className="bold">{what}</span>
        <CommitmentChip one={one} present={present} />
        {one.account === '' ? null : (
          <span className="commitment-account">
            <bdi className="ink-2">{one.account}</bdi>
            <CopyButton
              label={t('common.copy')}
              doneLabel={t('common.copied')}
              copy={() => navigator.clipboard.writeText(one.account)}
              onError={report}
            />
          </span>
        )}
      </div>
      <p className="ink-3 side-note">{termsOf(t, one, present)}</p>
      {one.state === 'open' ? (
        <div className="commitment-actions">
          {ask('keep', t('commitments.keep'))}
          {one.trigger === 'nextOrder' ? null : ask('move', t('commitments.move'))}
          {ask('cancel', t('commitments.cancel'))}
        </div>
      ) : (
        <div className="commitment-actions">
          {one.state === 'kept' ? (
            <ProofPick
              one={one}
              value={one.proofId}
              onPick={(proofId) => {
                run(() => proveCommitment(one.id, proofId, now()));
              }}
            />
          ) : null}
          {one.keptByEvent ? null : (
            <button
              type="button"
              className="btn small plain"
              onClick={() => {
                run(() => reopenCommitment(one.id, now()));
              }}
            >
              {t('commitments.reopen')}
            </button>
          )}
        </div>
      )}
      {asking === 'keep' ? (
        <KeepForm
          one={one}
          onKeep={(proofId) => {
            void attempt(one.caseId, async (override) => {
              await keepCommitment(one.id, proofId, now(), override);
              setAsking(null);
            });
          }}
        />
      ) : null}
      {asking === 'move' ? (
        <MoveForm
          label={t(isWaiting(one) ? 'commitments.lookFrom' : 'commitments.due')}
          present={present}
          onMove={(at) => {
            run(() => moveCommitment(one.id, at, now()));
          }}
        />
      ) : null}
      {asking === 'cancel' ? (
        <CancelForm
          onCancel={(reason) => {
            run(() => cancelCommitment(one.id, reason, now()));
          }}
        />
      ) : null}
    </li>
  );
}

type T = ReturnType<typeof useTranslation>['t'];

/** When it falls due, or how it ended. */
function termsOf(t: T, one: Commitment, present: number): string {
  const settled = one.settledAt === null ? '' : momentWords(t, one.settledAt, present);
  if (one.state === 'cancelled') return t('commitments.cancelledWhy', { when: settled, reason: one.reason });
  if (one.state === 'kept') return t('commitments.keptAt', { when: settled });
  const trigger = t(`commitments.when.${one.trigger}`);
  if (one.trigger === 'nextOrder') return trigger;
  const when = momentWords(t, one.dueAt, present);
  if (isWaiting(one)) return t('commitments.waitsFor', { trigger, when });
  return one.trigger === 'date'
    ? t('commitments.dueAt', { when })
    : t('commitments.dueAfter', { trigger, when });
}
