import type { TFunction } from 'i18next';
import { isoMinute } from '#shared/domain/shanghai-time';
import { readThumb } from '../../data/use-thumb';
import type { Evidence } from '#shared/domain/evidence';
import { ask, download } from '../../platform/desktop';
import { fitEvidence, isPicture } from './fit-evidence';
import { factRows, timelineLines } from './pack-words';
import { weighingLines } from './pack-weighing';
import type { PackSpec } from './make-pack';

/** A piece as the contact sheet shows it; `name` is its number, empty for one that is not handed in by number. */
export type PdfPicture = {
  readonly item: Evidence;
  readonly original: Blob;
  readonly name: string;
  readonly caption: string;
};

const sheetSide = 1000;
const sheetBytes = 300_000;

/**
 * The pack's PDF: facts, what happened, the text handed in, and every picture with caption and hash. Drawn by the hidden
 * print window, which shows the pictures straight from this window's memory.
 */
export async function makePackPdf(
  t: TFunction,
  spec: PackSpec,
  pictures: readonly PdfPicture[],
): Promise<Blob> {
  const { facts, language } = spec;
  const urls: string[] = [];
  try {
    const shown = [];
    for (const { item, original, name, caption } of pictures) {
      const small = await makeSmall(item, original);
      const source = small === null ? null : URL.createObjectURL(small);
      if (source !== null) urls.push(source);
      shown.push({
        source,
        name: name === '' ? item.fileName : `${name} · ${item.fileName}`,
        caption: caption.slice(0, 4000),
        sha256: item.sha256,
      });
    }
    const lines = timelineLines(t, language, facts);
    const { url } = await ask('makePackPdf', {
      language,
      title: t('pack.pdf.title', { purpose: t(`pack.purpose.${facts.purpose}`) }),
      facts: factRows(t, facts).map(([name, value]): [string, string] => [name, value.slice(0, 4000)]),
      sections: [
        {
          title: t('pack.pdf.text'),
          lines: spec.text.slice(0, 100_000).split('\n').map(cutLine).slice(0, 2000),
        },
        ...(facts.weighing === undefined
          ? []
          : [
              {
                title: t('weighing.title'),
                lines: weighingLines(t, facts.weighing).map(cutLine).slice(0, 500),
              },
            ]),
        { title: t('pack.pdf.timeline'), lines: lines.map(cutLine).slice(-2000) },
      ],
      contactTitle: t('pack.pdf.contact', { count: shown.length }),
      pictures: shown.slice(0, 500),
      foot: t(facts.masked ? 'pack.pdf.footMasked' : 'pack.pdf.foot', { time: isoMinute(spec.now) }),
    });
    const bytes = await new Response(await download(url)).blob();
    return new Blob([bytes], { type: 'application/pdf' });
  } finally {
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

const cutLine = (line: string): string => line.slice(0, 4000);

async function makeSmall(item: Evidence, original: Blob): Promise<Blob | null> {
  // A video shows its poster; a document has no picture.
  if (!isPicture(item)) return readThumb(item.sha256);
  try {
    return await fitEvidence(item, original, { maxBytes: sheetBytes, longSide: sheetSide });
  } catch {
    // Damaged or no decoder: its name, caption and hash stand there without it.
    return null;
  }
}
