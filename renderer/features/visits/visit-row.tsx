import { useTranslation } from 'react-i18next';
import { countdownWords, momentWords } from '../../text/time-words';
import { CountdownChip } from '../../ui/countdown-chip';
import { PlatformMark } from '../../ui/platform-mark';
import type { Appointment } from '../../data/appointments';

/** When somebody comes or something is promised: how long, or how long it is over. */
export function VisitWhen({ at, present }: { readonly at: number; readonly present: number }) {
  const { t } = useTranslation();
  if (at === 0) return <CountdownChip state="urgent" text={t('visits.noTime')} />;
  const { state, text } = countdownWords(t, at, present, 'ours');
  return <CountdownChip state={at < present ? 'late' : state} text={text} />;
}

/** One appointment; a click opens its case. */
export function VisitRow({
  one,
  present,
  onOpen,
}: {
  readonly one: Appointment;
  readonly present: number;
  readonly onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { item, at, kind, who, arrived, told, bearer } = one;
  const tick = (yes: boolean, words: string) => (
    <span className={yes ? 'chip ok' : 'chip soon'}>{`${yes ? '✓' : '○'} ${words}`}</span>
  );
  return (
    <tr>
      <td>
        <VisitWhen at={at} present={present} />
        <div className="ink-3">{at === 0 ? '' : momentWords(t, at, present)}</div>
      </td>
      <td>
        <b>{t(`visits.kind.${kind}`)}</b>
        <div className="visit-who">{who}</div>
      </td>
      <td>
        <button type="button" className="btn small plain" onClick={onOpen}>
          <PlatformMark platform={item.platform} label={t(`domain.platform.${item.platform}`)} />
          <bdi>{item.buyerId}</bdi>
        </button>
        <div className="ink-3 visit-who">{item.product}</div>
      </td>
      <td className="visit-ticks">
        {arrived === null
          ? null
          : tick(
              arrived !== '',
              arrived === '' ? t('visits.notArrived') : t('visits.arrived', { where: arrived }),
            )}
        {told === null ? null : tick(told, t(told ? 'visits.told' : 'visits.notTold'))}
      </td>
      <td>{bearer === null ? '' : bearer === '' ? t('visits.noBearer') : bearer}</td>
    </tr>
  );
}
