import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runPrintJob } from '../../../renderer/features/slips/print-page';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeTestSlip } from '../../unit/slips/make-slip';

const job = '01234567-89ab-cdef-0123-456789abcdef';

/** jsdom has no constructed style sheets; this keeps their text. */
class TextSheet {
  text = '';
  replaceSync(text: string): void {
    this.text = text;
  }
}

describe('the print page', { timeout: 20_000 }, () => {
  let container: HTMLElement;
  beforeEach(() => {
    vi.stubGlobal('CSSStyleSheet', TextSheet);
    document.adoptedStyleSheets = [];
    container = document.body.appendChild(document.createElement('div'));
    return () => {
      vi.unstubAllGlobals();
      container.remove();
    };
  });

  it('draws the slip of its job on a page of that paper, then says it is ready', async () => {
    const desktop = installFakeDesktop({
      getPrintJob: () => makeTestSlip({ paper: 'A6', buyerId: '<img src=x onerror=alert(1)>' }),
    });
    await runPrintJob(`?job=${job}`, container);
    expect(desktop.calls).toEqual([
      { name: 'getPrintJob', args: [job] },
      { name: 'printJobReady', args: [job, null] },
    ]);
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(document.querySelector('img')).toBeNull();
    const [sheet] = document.adoptedStyleSheets as unknown as TextSheet[];
    expect(sheet?.text).toContain('@page { size: 105mm 148mm; margin: 0 }');
  });

  it('says what stands in the way instead of printing half a slip', async () => {
    const desktop = installFakeDesktop({ getPrintJob: () => makeTestSlip({ caseNo: '没有编码' }) });
    await runPrintJob(`?job=${job}`, container);
    expect(desktop.calls.at(-1)).toEqual({
      name: 'printJobReady',
      args: [job, expect.stringContaining('caseNo')],
    });
  });
});
