import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeNamePart } from '#shared/domain/evidence-name';
import { noteUnreachablePaper } from '../../data/contact-repository';
import { getShop } from '../../data/shop-repository';
import { now } from '../../platform/clock';
import { ask } from '../../platform/desktop';
import { report, tell } from '../../state/toast-store';
import { paperText, unreachablePaper } from './unreachable-paper';
import type { Case } from '#shared/domain/case';
import type { LadderView } from '../../data/contact-repository';
import type { PaperSheet } from '#shared/ipc/contract';

type Way = 'print' | 'pdf' | 'text';

/** Prints the record of the attempts, saves it as PDF or copies it; phone numbers are masked unless asked. */
export function UnreachableActions({ item, view }: { readonly item: Case; readonly view: LadderView }) {
  const { t, i18n } = useTranslation();
  const [full, setFull] = useState(false);
  const [busy, setBusy] = useState<Way | null>(null);

  const makeSheet = async (): Promise<PaperSheet> => {
    const shop = item.shopId === null ? undefined : await getShop(item.shopId);
    const { contacts, unreachableAt } = view;
    return unreachablePaper(
      t,
      i18n.language === 'en' ? 'en' : 'zh-CN',
      { item, shopName: shop?.name ?? '', contacts, unreachableAt },
      { masked: !full, now: now() },
    );
  };
  const give = async (how: Way, sheet: PaperSheet): Promise<boolean> => {
    if (how === 'text') {
      await navigator.clipboard.writeText(paperText(sheet));
      return true;
    }
    if (how === 'print') return (await ask('printPaper', sheet)).outcome === 'done';
    const name = `${t('contacts.paper.fileWord')}_${safeNamePart(item.buyerId)}_${item.caseNo}.pdf`;
    return (await ask('savePaperPdf', sheet, name)).outcome === 'done';
  };
  const run = async (how: Way): Promise<void> => {
    setBusy(how);
    try {
      if (!(await give(how, await makeSheet()))) return;
      await noteUnreachablePaper(item.id, how, now());
      tell(`contacts.paper.did.${how}`);
    } catch (error) {
      report(error, () => void run(how));
    } finally {
      setBusy(null);
    }
  };
  return (
    <div className="contact-paper">
      <span className="ink-2">{t('contacts.paper.title')}</span>
      {(['print', 'pdf', 'text'] as const).map((how) => (
        <button
          key={how}
          type="button"
          className="btn small"
          disabled={busy !== null}
          onClick={() => void run(how)}
        >
          {t(`contacts.paper.do.${how}`)}
        </button>
      ))}
      <Checkbox
        checked={full}
        onChange={(event) => {
          setFull(event.target.checked);
        }}
      >
        {t('contacts.paper.showNumbers')}
      </Checkbox>
    </div>
  );
}
