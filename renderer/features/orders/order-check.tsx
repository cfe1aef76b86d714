import { useTranslation } from 'react-i18next';
import { entryChecks, type EntryCheck, type Order } from '#shared/domain/order';
import { setEntryChecks } from '../../data/order-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { momentWords } from '../../text/time-words';

/** What is checked before an order goes to be made or packed (R77): each a tick with its time. */
export function OrderCheck({ order }: { readonly order: Order }) {
  const { t } = useTranslation();
  const entry = order.entry ?? {};
  const done = entryChecks.filter((check) => entry[check] !== undefined).length;
  const toggle = (check: EntryCheck): void => {
    const { [check]: old, ...rest } = entry;
    setEntryChecks(order.key, old === undefined ? { ...rest, [check]: now() } : rest, now()).catch(report);
  };
  return (
    <section aria-label={t('orders.entry.title')}>
      <h2>
        {t('orders.entry.title')}{' '}
        <span className="ink-3">
          {done}/{entryChecks.length}
        </span>
      </h2>
      <ul className="order-checks">
        {entryChecks.map((check) => {
          const at = entry[check];
          return (
            <li key={check}>
              <label>
                <input
                  type="checkbox"
                  checked={at !== undefined}
                  onChange={() => {
                    toggle(check);
                  }}
                />
                <span>{t(`orders.entry.${check}`)}</span>
                {at === undefined ? null : <time className="ink-3">{momentWords(t, at, now())}</time>}
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
