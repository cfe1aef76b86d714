import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { fillScript } from '#shared/domain/script';
import { swapSum, type Swap } from '#shared/domain/swap';
import { findScript, noteScriptsCopied } from '../../data/script-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import type { CaseId } from '#shared/domain/ids';

/** The sum of a swap as a message to the buyer, in the seller's own words where there are some (R15). */
export function SwapMessage({
  caseId,
  swap,
  item,
}: {
  readonly caseId: CaseId;
  readonly swap: Swap;
  readonly item: string;
}) {
  const { t, i18n } = useTranslation();
  const { differenceFen, buyerPaysFen, weReturnFen } = swapSum(swap);
  const which = weReturnFen > 0 ? 'R15.back' : 'R15.pay';
  const found = useLive(() => findScript(which), [which]);
  if (found === undefined || found === null || (buyerPaysFen === 0 && weReturnFen === 0)) return null;
  const { script } = found;
  const freight = swap.outBy === swap.backBy ? t(`swap.both.${swap.outBy}`) : t(`swap.one.${swap.outBy}`);
  const values = new Map(
    [
      ['换成', 'new item', item.trim() || t('swap.other')],
      ['差价', 'difference', formatYuan(Math.abs(differenceFen))],
      ['件数', 'pieces', String(swap.quantity)],
      ['运费说明', 'freight note', freight],
      ['补多少', 'to pay', formatYuan(buyerPaysFen)],
      ['退多少', 'to return', formatYuan(weReturnFen)],
    ].flatMap(
      ([zh = '', en = '', value = '']) =>
        [
          [zh, value],
          [en, value],
        ] as const,
    ),
  );
  const { text, missing } = fillScript(script.text[i18n.language === 'en' ? 'en' : 'zh-CN'], values);
  // The seller's own words may ask for more than a sum can say: then the message desk asks for it.
  if (missing.length > 0) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    await noteScriptsCopied(
      [script],
      script.title[i18n.language === 'en' ? 'en' : 'zh-CN'],
      caseId,
      new Map(),
      now(),
    );
  };
  return <CopyButton label={t('swap.copy')} doneLabel={t('common.copied')} copy={copy} onError={report} />;
}
