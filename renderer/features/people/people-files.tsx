import { Checkbox, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/errors';
import { isoDay } from '#shared/domain/shanghai-time';
import {
  personColumns,
  personCsv,
  readPersonRows,
  type PersonHeadings,
  type PersonRow,
} from '#shared/domain/person-csv';
import { personName, type Person } from '#shared/domain/person';
import { addPeople } from '../../data/people-repository';
import { readPrivacy } from '../../data/privacy-settings';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { ask, upload } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import type { TFunction } from 'i18next';

/** Files larger than this hold more than a contact book. */
const maxBytes = 10_000_000;
const shownRows = 100;

function headingsOf(t: TFunction): PersonHeadings {
  return Object.fromEntries(
    personColumns.map((column) => [column, t(`people.column.${column}`)]),
  ) as PersonHeadings;
}

/** Spreadsheets in China save CSV as GB18030 as often as UTF-8. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Carries the contact book in and out as CSV; numbers are masked on the way out unless asked. */
export function PeopleFiles({ people }: { readonly people: readonly Person[] }) {
  const { t, i18n } = useTranslation();
  const privacy = useLive(readPrivacy, []);
  const [full, setFull] = useState<boolean | null>(null);
  const [rows, setRows] = useState<readonly PersonRow[] | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const masked = full === null ? (privacy?.maskExports ?? true) : !full;

  const save = async (): Promise<void> => {
    const suggestedName = `${t('people.fileWord')}_${isoDay(now())}.csv`;
    const target = await ask('chooseSaveTarget', { suggestedName, kind: 'csv' });
    if (target === null) return;
    const csv = personCsv(people, headingsOf(t), i18n.language === 'en' ? 'en' : 'zh-CN', masked);
    await upload(target.url, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
    tell(masked ? 'people.exportedMasked' : 'people.exported', {
      name: target.fileName,
      count: people.length,
    });
  };
  const read = async (file: File): Promise<void> => {
    if (file.size > maxBytes) throw new AppError('importUnreadable', { name: file.name });
    const languages = [headingsOf(i18n.getFixedT('zh-CN')), headingsOf(i18n.getFixedT('en'))];
    const found = readPersonRows(decode(await file.arrayBuffer()), people, languages);
    if (found === null) throw new AppError('importUnreadable', { name: file.name });
    setRows(found);
  };
  return (
    <>
      <Checkbox
        checked={!masked}
        onChange={(event) => {
          setFull(event.target.checked);
        }}
      >
        {t('people.fullNumbers')}
      </Checkbox>
      <button
        type="button"
        className="btn"
        disabled={people.length === 0}
        onClick={() => {
          save().catch(report);
        }}
      >
        {t('people.export')}
      </button>
      <button type="button" className="btn" onClick={() => picker.current?.click()}>
        {t('people.import')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label={t('people.import')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) read(file).catch(report);
        }}
      />
      {rows === null ? null : (
        <Preview
          rows={rows}
          onClose={() => {
            setRows(null);
          }}
        />
      )}
    </>
  );
}

function Preview({ rows, onClose }: { readonly rows: readonly PersonRow[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const fresh = rows.flatMap((row) => (row.effect === 'new' ? [row.person] : []));
  const add = (): void => {
    addPeople(fresh, now()).then(
      (count) => {
        tell('people.imported', { count });
        onClose();
      },
      (error: unknown) => {
        report(error, add);
      },
    );
  };
  return (
    <Modal open width={560} title={t('people.importTitle')} footer={null} onCancel={onClose}>
      <ul className="people-preview">
        {rows.slice(0, shownRows).map((row) => (
          <li key={row.line}>
            <span className="ink-3">{t('people.line', { line: row.line })}</span>{' '}
            {row.effect === 'bad' ? (
              <span className="problem">
                {row.title} · {t(`people.problem.${row.problem}`)}
              </span>
            ) : (
              <span>
                {personName(row.person)} <span className="ink-3">{t(`people.effect.${row.effect}`)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shownRows ? (
        <p className="ink-3">{t('people.more', { count: rows.length - shownRows })}</p>
      ) : null}
      <div className="person-buttons">
        <span className="grow" />
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="btn primary" disabled={fresh.length === 0} onClick={add}>
          {t('people.take', { count: fresh.length })}
        </button>
      </div>
    </Modal>
  );
}
