import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import { saveCsv, type CsvTable } from './save-csv';
import type { PaperSheet } from '#shared/ipc/contract';

type Way = 'print' | 'pdf' | 'csv';

/** Prints a report, saves it as PDF or as CSV. What is made is made when asked: nothing is computed before. */
export function GiveActions({
  fileWord,
  sheet,
  csv,
  disabled = false,
}: {
  /** Begins the file's name; no ending. */
  readonly fileWord: string;
  readonly sheet: (() => Promise<PaperSheet> | PaperSheet) | null;
  readonly csv: (() => CsvTable) | null;
  readonly disabled?: boolean;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const run = async (way: Way): Promise<void> => {
    setBusy(true);
    try {
      if (way === 'csv') {
        const fileName = csv === null ? null : await saveCsv(csv(), `${fileWord}.csv`);
        if (fileName !== null) tell('reports.saved', { fileName });
        return;
      }
      if (sheet === null) return;
      const made = await sheet();
      if (way === 'print') await ask('printPaper', made);
      else if ((await ask('savePaperPdf', made, `${fileWord}.pdf`)).outcome === 'done')
        tell('reports.saved', { fileName: `${fileWord}.pdf` });
    } catch (error) {
      report(error, () => void run(way));
    } finally {
      setBusy(false);
    }
  };
  const button = (way: Way) => (
    <button type="button" className="btn" disabled={disabled || busy} onClick={() => void run(way)}>
      {t(`reports.give.${way}`)}
    </button>
  );
  return (
    <div className="reports-give">
      {csv === null ? null : button('csv')}
      {sheet === null ? null : (
        <>
          {button('pdf')}
          {button('print')}
        </>
      )}
    </div>
  );
}
