import { useTranslation } from 'react-i18next';
import { inShanghai } from '#shared/domain/shanghai-time';
import type { Rescue } from './rescue-screen';

/** Kinds of records a seller knows by name, in the order they matter. */
export const namedTables = [
  'cases',
  'evidence',
  'blobs',
  'orderNotes',
  'wrongShipments',
  'events',
  'reminders',
  'deadlines',
  'shops',
  'addresses',
] as const;

/** What was there when it was last noted, beside what is found now. */
export function MissingTable({ rescue: { expected, found, notedAt } }: { readonly rescue: Rescue }) {
  const { t } = useTranslation();
  if (expected === null) return null;
  const rows = namedTables.filter((name) => (expected[name] ?? 0) > (found[name] ?? 0));
  if (rows.length === 0) return null;
  return (
    <table className="rescue-table">
      <caption>
        {notedAt === null
          ? null
          : t('rescue.notedAt', {
              time: inShanghai(notedAt).toPlainDateTime().toString().slice(0, 16).replace('T', ' '),
            })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('rescue.kind')}</th>
          <th scope="col">{t('rescue.before')}</th>
          <th scope="col">{t('rescue.now')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((name) => (
          <tr key={name} data-table={name}>
            <th scope="row">{t(`rescue.table.${name}`)}</th>
            <td>{expected[name]}</td>
            <td className="rescue-short">{found[name] ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
