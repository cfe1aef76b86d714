import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { isoDay } from '#shared/domain/shanghai-time';
import { getCases } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { listWrongShipmentMonths, listWrongShipments } from '../../data/wrong-shipment-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report, tell } from '../../state/toast-store';
import { MonthPicker } from '../../ui/month-picker';
import { exportWrongShipments } from './export-csv';
import { WrongTable } from './wrong-table';
import { filterShipments, wrongTotals } from './wrong-totals';
import type { WrongShipmentCsvRow } from '#shared/domain/wrong-shipment-csv';
import './wrong-shipments.css';

/** A month's log with the number of the case each line belongs to. */
async function readMonth(month: string): Promise<WrongShipmentCsvRow[]> {
  const rows = await listWrongShipments(month);
  const cases = await getCases([
    ...new Set(rows.flatMap((row) => (row.caseId === null ? [] : [row.caseId]))),
  ]);
  const caseNos = new Map(cases.map((item) => [item.id, item.caseNo]));
  return rows.map((row) => ({ ...row, caseNo: row.caseId === null ? '' : (caseNos.get(row.caseId) ?? '') }));
}

/** The wrong-shipment log (R30: 发错货登记), month by month, with what it cost and a file for Excel. */
export function WrongShipmentScreen() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(() => isoDay(now()).slice(0, 7));
  const [text, setText] = useState('');
  const months = useLive(listWrongShipmentMonths, []);
  const present = isoDay(now()).slice(0, 7);
  const rows = useLive(() => readMonth(month), [month]);
  const shown = useMemo(() => filterShipments(rows ?? [], text), [rows, text]);

  const save = (): void => {
    exportWrongShipments(rows ?? [], month, t).then(
      (fileName) => {
        if (fileName !== null) tell('wrong.exported', { fileName, count: rows?.length ?? 0 });
      },
      (error: unknown) => {
        report(error, save);
      },
    );
  };
  return (
    <section className="wrong-screen" aria-label={t('wrong.title')}>
      <div className="wrong-bar">
        <h1>{t('wrong.title')}</h1>
        <MonthPicker month={month} present={present} months={months ?? []} onChange={setMonth} />
        <Input
          className="wrong-search"
          data-hotkey="list-search"
          aria-label={t('wrong.search')}
          placeholder={t('wrong.search')}
          allowClear
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <span className="grow" />
        <button type="button" className="btn" disabled={(rows?.length ?? 0) === 0} onClick={save}>
          {t('wrong.export')}
        </button>
        <LogButton />
      </div>
      {rows === undefined ? null : rows.length === 0 ? (
        <div className="empty">
          <h2>{t('wrong.emptyTitle')}</h2>
          <p>{t('wrong.emptyText')}</p>
        </div>
      ) : (
        <>
          <Totals rows={rows} shown={shown.length} />
          {shown.length === 0 ? (
            <div className="empty">
              <h2>{t('wrong.noneFound')}</h2>
            </div>
          ) : (
            <WrongTable rows={shown} />
          )}
        </>
      )}
    </section>
  );
}

function LogButton() {
  const { t } = useTranslation();
  const showOverlay = useScreen((state) => state.showOverlay);
  return (
    <button
      type="button"
      className="btn primary"
      onClick={() => {
        showOverlay({ kind: 'wrongShipment', caseId: null });
      }}
    >
      {t('wrong.log')} <kbd>W</kbd>
    </button>
  );
}

function Totals({ rows, shown }: { readonly rows: readonly WrongShipmentCsvRow[]; readonly shown: number }) {
  const { t } = useTranslation();
  const totals = useMemo(() => wrongTotals(rows), [rows]);
  return (
    <p className="wrong-totals" role="status">
      <b>{t('wrong.total', { count: totals.count, cost: formatYuan(totals.costFen) })}</b>
      {totals.byKind.map((one) => (
        <span key={one.kind}>
          {t('wrong.totalOfKind', {
            kind: t(`domain.wrongKind.${one.kind}`),
            count: one.count,
            cost: formatYuan(one.costFen),
          })}
        </span>
      ))}
      {shown === rows.length ? null : <span>{t('wrong.shown', { count: shown })}</span>}
    </p>
  );
}
