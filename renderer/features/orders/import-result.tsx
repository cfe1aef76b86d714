import { useTranslation } from 'react-i18next';
import { paidOf, quantityOf, titleOf } from '#shared/domain/order';
import { rowProblems, type RowProblem } from '#shared/imports/read-orders';
import { PlatformMark } from '../../ui/platform-mark';
import { moneyWords } from './order-words';
import type { Preview } from './use-order-import';

const shownProblems = 100;

/** What would be added, changed, left as it is and left out, and why. */
export function ImportResult({
  preview: { count, problems, samples, orders },
  dropped,
}: {
  readonly preview: Preview;
  readonly dropped: readonly string[];
}) {
  const { t } = useTranslation();
  const none = t('common.none');
  const doubtful = orders.filter((one) => one.doubtful);
  return (
    <>
      <p className="order-counts" role="status">
        {(['new', 'changed', 'same'] as const).map((effect) => (
          <span key={effect} className={count[effect] === 0 ? 'ink-3' : 'bold'}>
            {t(`orders.import.count.${effect}`, { count: count[effect] })}
          </span>
        ))}
        <span className={problems.length === 0 ? 'ink-3' : 'order-bad bold'}>
          {t('orders.import.count.bad', { count: problems.length })}
        </span>
      </p>
      {dropped.length === 0 ? null : (
        <p className="order-note" role="note">
          {t('orders.import.dropped', { columns: dropped.join(t('common.listSeparator')) })}
        </p>
      )}
      {doubtful.length === 0 ? null : (
        <p className="order-bad" role="alert">
          {t('orders.import.doubtful', { count: doubtful.length, orderNo: doubtful[0]?.orderNo ?? '' })}
        </p>
      )}
      <ProblemList problems={problems} />
      {samples.length === 0 ? null : (
        <table className="order-samples">
          <caption className="visually-hidden">{t('orders.import.samples')}</caption>
          <thead>
            <tr>
              <th />
              {(['orderNo', 'title', 'quantity', 'paid', 'freight', 'status'] as const).map((field) => (
                <th key={field} scope="col">
                  {t(`orders.field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map(({ effect, order }) => (
              <tr key={order.key}>
                <td>
                  <span className={effect === 'new' ? 'chip ok' : 'chip soon'}>
                    {t(`orders.effect.${effect}`)}
                  </span>
                </td>
                <td className="mono">
                  <PlatformMark platform={order.platform} label={t(`domain.platform.${order.platform}`)} />{' '}
                  {order.orderNo}
                </td>
                <td className="order-sample-title" title={titleOf(order)}>
                  {titleOf(order) || none}
                </td>
                <td>{quantityOf(order) ?? none}</td>
                <td>{moneyWords(paidOf(order), none)}</td>
                <td>{moneyWords(order.freightFen, none)}</td>
                <td className="order-sample-status" title={order.status}>
                  {order.status || none}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function ProblemList({ problems }: { readonly problems: readonly RowProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  const groups = rowProblems.flatMap((why) => {
    const found = problems.filter((one) => one.why === why);
    return found.length === 0 ? [] : [{ why, found }];
  });
  return (
    <details className="order-mapping">
      <summary>{t('orders.import.leftOut', { count: problems.length })}</summary>
      {groups.map(({ why, found }) => (
        <div key={why}>
          <p>
            <b>{t(`orders.problem.${why}`, { count: found.length })}</b>
          </p>
          <ul className="order-problems">
            {found.slice(0, shownProblems).map(({ line, sheet, text }) => (
              <li key={`${sheet}${line}`}>
                {t('orders.import.line', { line, sheet: sheet === '' ? '' : `${sheet} ` })}{' '}
                <span className="mono">{text}</span>
              </li>
            ))}
            {found.length > shownProblems ? (
              <li>{t('orders.import.moreLines', { count: found.length - shownProblems })}</li>
            ) : null}
          </ul>
        </div>
      ))}
    </details>
  );
}
