import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { extensionOf } from '#shared/domain/file-check';
import { ask } from '../../platform/desktop';
import { layPage, runJob } from '../../platform/print-job';
import type { PackSheet } from '#shared/ipc/contract';
import './pack-page.css';

/** Draws the evidence pack named in the address (`?pack=<id>`), then tells main that it may print, or what failed. */
export function runPackJob(search: string, container: HTMLElement): Promise<void> {
  return runJob(search, 'pack', async (job) => {
    const sheet = await ask('getPackSheet', job);
    document.documentElement.lang = sheet.language;
    layPage('@page { size: 210mm 297mm; margin: 14mm 13mm 16mm }');
    flushSync(() => {
      createRoot(container).render(<PackPages sheet={sheet} />);
    });
    await document.fonts.ready;
    await Promise.all(Array.from(container.querySelectorAll('img'), (image) => image.decode()));
    return null;
  });
}

/** The pages: facts, sections of lines, then every picture with what it shows and its hash. */
export function PackPages({ sheet }: { readonly sheet: PackSheet }) {
  return (
    <article className="pack-pages">
      <h1>{sheet.title}</h1>
      <table>
        <tbody>
          {sheet.facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.sections.map(({ title, lines }) => (
        <section key={title}>
          <h2>{title}</h2>
          {lines.map((line, index) => (
            // eslint-disable-next-line react/no-array-index-key -- lines may repeat and never move
            <p key={index}>{line}</p>
          ))}
        </section>
      ))}
      <h2>{sheet.contactTitle}</h2>
      <div className="pack-contact">
        {sheet.pictures.map((picture) => (
          <figure key={`${picture.name} ${picture.sha256}`}>
            {picture.source === null ? (
              <div className="pack-blank">{extensionOf(picture.name).toUpperCase()}</div>
            ) : (
              <img src={picture.source} alt="" />
            )}
            <figcaption>
              <b>{picture.name}</b>
              <span>{picture.caption}</span>
              <code>SHA-256 {picture.sha256}</code>
            </figcaption>
          </figure>
        ))}
      </div>
      <footer>{sheet.foot}</footer>
    </article>
  );
}
