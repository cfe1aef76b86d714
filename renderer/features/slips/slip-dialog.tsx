import { Modal } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { slipSize, type ReturnSlip } from '#shared/domain/return-slip';
import { getCase } from '../../data/case-repository';
import { getShop, listAddresses } from '../../data/shop-repository';
import { readSlipPaper } from '../../data/slip-repository';
import { useDraft } from '../../data/use-draft';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { AddressForm } from './address-form';
import { SlipActions } from './slip-actions';
import { defaultLastDay, makeSlip, noChoices, type SlipChoices } from './slip-choices';
import { SlipOptions } from './slip-options';
import { SlipSheet } from './slip-sheet';
import { useSlipPage } from './use-slip-page';
import { caseTypeWords } from '../../text/case-type-words';
import type { CaseId } from '#shared/domain/ids';
import './slip-dialog.css';

async function readSource(caseId: CaseId) {
  const [item, addresses, paper] = await Promise.all([getCase(caseId), listAddresses(), readSlipPaper()]);
  const shop = item === undefined || item.shopId === null ? undefined : await getShop(item.shopId);
  return { item, addresses, paper, shop };
}

/** Makes a case's return slip: preview in true size, print, PDF, picture, text (R25 to R27, R175, R177). */
export function SlipDialog({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      centered
      width={960}
      title={t('slips.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <SlipDesk caseId={caseId} onClose={onClose} />
    </Modal>
  );
}

function SlipDesk({ caseId, onClose }: { readonly caseId: CaseId; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const source = useLive(() => readSource(caseId), [caseId]);
  const draft = useDraft<SlipChoices>(`slip:${caseId}`, noChoices, now, report);
  const chosen = draft.value;
  const item = source?.item;
  const address =
    source?.addresses.find((one) => one.id === chosen?.addressId) ??
    source?.addresses.find((one) => one.id === source.shop?.addressId) ??
    source?.addresses[0];
  const paper = source?.paper;
  const slip = useMemo((): ReturnSlip | undefined => {
    if (item === undefined || chosen === undefined || paper === undefined) return undefined;
    const language = chosen.language ?? (i18n.language === 'en' ? 'en' : 'zh-CN');
    const handling = caseTypeWords(i18n.getFixedT(language), item, language);
    return makeSlip(item, chosen, address, { paper, language, handling }, now());
  }, [item, chosen, address, paper, i18n]);
  if (source === undefined || chosen === undefined) return <p className="empty">{t('common.loading')}</p>;
  if (item === undefined || slip === undefined) return <p className="empty">{t('error.notFound')}</p>;
  return (
    <div className="slip-desk">
      <Preview slip={slip} />
      <div className="slip-side">
        {address === undefined ? (
          <AddressForm item={item} shop={source.shop} />
        ) : (
          <>
            <SlipOptions
              lastDay={chosen.lastDay ?? defaultLastDay(now())}
              slip={slip}
              addresses={source.addresses}
              addressId={address.id}
              onChange={draft.change}
            />
            <Warnings slip={slip} />
            <SlipActions caseId={caseId} slip={slip} onClose={onClose} />
          </>
        )}
      </div>
    </div>
  );
}

function Preview({ slip }: { readonly slip: ReturnSlip }) {
  const { t } = useTranslation();
  const { width, height } = slipSize[slip.paper];
  return (
    <figure className="slip-preview">
      {/* True size, unless the window is too low for the paper. */}
      <div style={{ width: `min(${width}mm, calc((100vh - 200px) * ${width / height}))` }}>
        <SlipSheet slip={slip} />
      </div>
      <figcaption>{t('slips.paperSize', { width, height })}</figcaption>
    </figure>
  );
}

/** What the seller should know before this goes to a buyer. */
function Warnings({ slip }: { readonly slip: ReturnSlip }) {
  const { t } = useTranslation();
  const cut = new Set(useSlipPage(slip).page.cut);
  const past = slip.lastDay !== '' && slip.lastDay < defaultLastDay(now() - 7 * 86_400_000);
  return (
    <div className="slip-warnings" role="status">
      {past ? <p>{t('slips.lastDayPast')}</p> : null}
      {cut.size > 0 ? (
        <p>
          {t('slips.cut', { parts: [...cut].map((part) => t(`slips.part.${part}`)).join(t('common.comma')) })}
        </p>
      ) : null}
    </div>
  );
}
