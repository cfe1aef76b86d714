import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ask } from '../../platform/desktop';
import { layPage, runJob } from '../../platform/print-job';
import type { PaperSheet } from '#shared/ipc/contract';
import './paper-page.css';

const family = '"Noto Sans SC Variable"';

/** Every sign of the sheet: the bundled font comes in slices, and a missing slice prints empty boxes. */
function signsOf(sheet: PaperSheet): string {
  return [...new Set(JSON.stringify(sheet))].join('');
}

/** Draws the sheet named in the address (`?paper=<id>`), then tells main that it may print, or what failed. */
export function runPaperJob(search: string, container: HTMLElement): Promise<void> {
  return runJob(search, 'paper', async (job) => {
    const sheet = await ask('getPaperSheet', job);
    document.documentElement.lang = sheet.language;
    layPage('@page { size: 210mm 297mm; margin: 16mm 15mm 16mm }');
    const signs = signsOf(sheet);
    await Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 16px ${family}`, signs)));
    flushSync(() => {
      createRoot(container).render(<PaperPage sheet={sheet} />);
    });
    await document.fonts.ready;
    return null;
  });
}

/** A plain sheet: facts, tables whose head stands on every page, remarks. */
export function PaperPage({ sheet }: { readonly sheet: PaperSheet }) {
  return (
    <article className="paper-page">
      <h1>{sheet.title}</h1>
      <table className="paper-facts">
        <tbody>
          {sheet.facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.tables.map((table) => (
        <section key={table.title}>
          <h2>{table.title}</h2>
          <table>
            <thead>
              <tr>
                {table.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                // eslint-disable-next-line react/no-array-index-key -- rows may repeat and never move
                <tr key={index}>
                  {row.map((cell, place) => (
                    // eslint-disable-next-line react/no-array-index-key -- cells may repeat and never move
                    <td key={place}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {sheet.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <footer>{sheet.foot}</footer>
    </article>
  );
}
