import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isOpenClaim, type Claim } from '#shared/domain/claim';
import { formatYuan, parseYuan } from '#shared/domain/money';
import { agreeClaim, payClaim, refuseClaim, reopenClaim } from '../../data/money-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { countdownWords, momentWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { isComposing } from '../../ui/is-composing';

type Asking = 'agree' | 'pay' | null;

/** One claim: whom, how much, until when; then what came of it. */
export function ClaimRow({
  claim,
  present,
  caseLink,
}: {
  readonly claim: Claim;
  readonly present: number;
  /** The way to its case, where it does not stand in it. */
  readonly caseLink?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const { id, against, whom, askedFen, agreedFen, paidFen, state, dueAt, note, settledAt } = claim;
  const due = countdownWords(t, dueAt, present);
  const run = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      report(error, () => {
        run(work);
      });
    });
  };
  const act = (name: 'agree' | 'pay'): void => {
    setAsking(asking === name ? null : name);
  };
  return (
    <li className="money-row claim" aria-label={`${t(`domain.liability.${against}`)} ${whom}`}>
      <span className="bold">
        {t(`domain.liability.${against}`)} {whom}
      </span>
      {caseLink}
      {isOpenClaim(claim) ? (
        <CountdownChip state={due.state} text={due.text} title={momentWords(t, dueAt, present)} />
      ) : (
        <span className={state === 'paid' ? 'chip ok' : 'chip late'}>
          {t(`money.state.${state}`)}
          {settledAt === null ? '' : ` · ${momentWords(t, settledAt, present)}`}
        </span>
      )}
      <span className="ellipsis ink-2" title={note}>
        {note}
      </span>
      <span className="money-amount">
        {t('money.askedFor', { fen: formatYuan(askedFen) })}
        {agreedFen === null ? '' : ` · ${t('money.agreedTo', { fen: formatYuan(agreedFen) })}`}
        {paidFen === null ? '' : ` · ${t('money.paidBack', { fen: formatYuan(paidFen) })}`}
      </span>
      <span className="money-acts">
        {isOpenClaim(claim) ? (
          <>
            <button type="button" className="btn small" onClick={() => act('agree')}>
              {t('money.agree')}
            </button>
            <button type="button" className="btn small primary" onClick={() => act('pay')}>
              {t('money.pay')}
            </button>
            <button
              type="button"
              className="btn small"
              onClick={() => {
                run(() => refuseClaim(id, now()));
              }}
            >
              {t('money.refuse')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="btn small plain"
            onClick={() => {
              run(() => reopenClaim(id, now()));
            }}
          >
            {t('money.reopen')}
          </button>
        )}
      </span>
      {asking === null ? null : (
        <AmountLine
          key={asking}
          label={t(`money.${asking}Amount`)}
          initialFen={agreedFen ?? askedFen}
          onSave={(fen) => (asking === 'agree' ? agreeClaim(id, fen, now()) : payClaim(id, fen, now()))}
          onClose={() => {
            setAsking(null);
          }}
        />
      )}
    </li>
  );
}

/** An amount in yuan. Enter keeps it, Esc closes. */
function AmountLine({
  label,
  initialFen,
  onSave,
  onClose,
}: {
  readonly label: string;
  readonly initialFen: number;
  readonly onSave: (fen: number) => Promise<void>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(formatYuan(initialFen));
  const fen = parseYuan(text);
  const fine = fen !== null && fen > 0;
  const save = (): void => {
    if (!fine) return;
    onSave(fen).then(onClose, (error: unknown) => {
      report(error, save);
    });
  };
  return (
    <div className="money-line">
      <Input
        autoFocus
        className="money-input"
        suffix={t('money.yuan')}
        value={text}
        maxLength={16}
        status={fine ? '' : 'error'}
        aria-label={label}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) save();
          if (event.key === 'Escape') onClose();
        }}
      />
      <button type="button" className="btn small primary" disabled={!fine} onClick={save}>
        {t('common.save')} <kbd>↵</kbd>
      </button>
    </div>
  );
}
