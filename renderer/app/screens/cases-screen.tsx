import { assertNever } from '#shared/assert-never';
import { reminderScript } from '#shared/knowledge/invoice-steps';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { listShownCaseIds } from '../../data/case-standings';
import { findOrder } from '../../data/order-repository';
import { useLive } from '../../data/use-live';
import { CaseFilterBar } from '../../features/cases/case-filter';
import { useCaseFilter } from '../../features/cases/case-filter-store';
import { CaseHeader } from '../../features/cases/case-header';
import { CaseList } from '../../features/cases/case-list';
import { CaseTimeline } from '../../features/cases/case-timeline';
import { ChosenBar } from '../../features/cases/chosen-bar';
import { ContextStrip } from '../../features/cases/context-strip';
import { FactsCard } from '../../features/cases/facts-card';
import { NextActionCard } from '../../features/cases/next-action-card';
import { CommitmentCard } from '../../features/commitments/commitment-card';
import { CaseEvidence } from '../../features/evidence/case-evidence';
import { CaseEvidenceTab } from '../../features/evidence/case-evidence-tab';
import { CaseInvoice } from '../../features/invoices/case-invoice';
import { CaseMoney } from '../../features/money/case-money';
import { CaseNotes } from '../../features/notes/case-notes';
import { OrderCard } from '../../features/orders/order-card';
import { CaseParcels } from '../../features/parcels/case-parcels';
import { BuyerCard } from '../../features/people/buyer-card';
import { CasePacks } from '../../features/pack/case-packs';
import { TalkThreads } from '../../features/reviews/talk-threads';
import { CaseWrongShipments } from '../../features/wrong-shipments/case-wrong-shipments';
import { InboxTray } from '../../features/inbox/inbox-tray';
import { inboxPicture } from './inbox-picture';
import { useNow } from '../../platform/use-now';
import { useChosen } from '../../state/chosen-store';
import { useScreen } from '../../state/screen-store';
import { CaseWalk } from './case-walk';
import { CaseTabs } from './case-tabs';
import '../../features/cases/cases.css';
import type { Case, CaseType } from '#shared/domain/case';

/** Cases: list, the chosen one with its tabs, and the context strip. */
export function CasesScreen() {
  const { t } = useTranslation();
  const present = useNow();
  const { filter, sort } = useCaseFilter();
  const { caseId, openCase, showOverlay } = useScreen();
  const ids = useLive(() => listShownCaseIds(filter, sort), [filter, sort]);
  const keepOnly = useChosen((state) => state.keepOnly);
  useEffect(() => {
    // Closed cases are opened one by one: nothing is ticked there.
    if (ids !== undefined) keepOnly(filter.status === 'open' ? ids : []);
  }, [ids, filter.status, keepOnly]);
  const chosen = useLive(() => (caseId === null ? undefined : getCase(caseId)), [caseId]);
  // While another case is being read the old one must not stand under its name.
  const item = chosen?.id === caseId ? chosen : undefined;
  const order = useLive(
    () => (item === undefined ? undefined : findOrder(item.orderNo, item.platform)),
    [item?.orderNo, item?.platform],
  );
  return (
    <div className="cases-layout">
      <section className="case-list" aria-label={t('cases.list')}>
        <CaseFilterBar count={ids?.length} />
        {filter.status === 'open' ? (
          <ChosenBar
            ids={ids ?? []}
            onClose={(caseIds) => {
              showOverlay({ kind: 'closeMany', caseIds });
            }}
          />
        ) : null}
        {ids?.length === 0 ? (
          <div className="empty">
            <h2>{t('cases.emptyTitle')}</h2>
            <p>{t('cases.emptyText')}</p>
          </div>
        ) : (
          <CaseList ids={ids ?? []} selected={caseId} now={present} onSelect={openCase} />
        )}
        <InboxTray renderPicture={inboxPicture} />
      </section>
      {item === undefined ? (
        <div className="empty case-none">
          <h2>{t('cases.noneTitle')}</h2>
          <p>{t('cases.noneText')}</p>
          <button
            type="button"
            className="btn primary"
            onClick={() => {
              showOverlay({ kind: 'newCase' });
            }}
          >
            {t('cases.newTitle')} <kbd>N</kbd>
          </button>
        </div>
      ) : (
        <>
          <article className="case-detail" key={item.id} data-drop-case={item.id}>
            <CaseHeader
              item={item}
              onPack={() => {
                showOverlay({ kind: 'pack', caseId: item.id });
              }}
              onSlip={() => {
                showOverlay({ kind: 'slip', caseId: item.id });
              }}
              onScripts={() => {
                showOverlay({ kind: 'scripts', caseId: item.id, scriptId: null });
              }}
              onClosing={() => {
                showOverlay({ kind: 'closeCase', caseId: item.id });
              }}
            />
            <div className="case-tabs-row">
              <CaseTabs item={item} />
              {(['contact', 'decide'] as const).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="btn small"
                  onClick={() => {
                    showOverlay({ kind, caseId: item.id });
                  }}
                >
                  {t(kind === 'contact' ? 'contacts.button' : 'decide.button')}{' '}
                  <kbd>{kind === 'contact' ? 'L' : 'Q'}</kbd>
                </button>
              ))}
            </div>
            <TabContent item={item} present={present} />
          </article>
          <ContextStrip
            key={`context-${item.id}`}
            item={item}
            present={present}
            order={order === undefined ? undefined : <OrderCard order={order} />}
            parcels={<CaseParcels item={item} present={present} />}
            buyer={<BuyerCard item={item} onOpen={openCase} />}
            onOpen={openCase}
            onProduct={() => {
              showOverlay({ kind: 'product', name: item.product });
            }}
          />
        </>
      )}
    </div>
  );
}

/** Disputes have two talks: with the platform and with the buyer (R73). */
const hasTalks = ({ type }: Case): boolean => disputes.has(type);
const disputes: ReadonlySet<CaseType> = new Set(['complaint', 'intervention']);

function TabContent({ item, present }: { readonly item: Case; readonly present: number }) {
  const { t } = useTranslation();
  const tab = useScreen((state) => state.caseTab);
  const { showOverlay, openCase } = useScreen();
  switch (tab) {
    case 'work':
      return (
        <>
          <NextActionCard item={item} present={present} />
          <CaseWalk caseId={item.id} present={present} />
          {hasTalks(item) ? <TalkThreads caseId={item.id} /> : null}
          <CommitmentCard item={item} present={present} />
          <FactsCard item={item} />
          <h2 className="case-section">{t('cases.tab.evidence')}</h2>
          <CaseEvidence caseId={item.id} />
          <CaseWrongShipments caseId={item.id} />
          <CaseInvoice
            item={item}
            onEdit={() => {
              showOverlay({ kind: 'invoice', caseId: item.id });
            }}
            onRemind={() => {
              showOverlay({ kind: 'scripts', caseId: item.id, scriptId: reminderScript });
            }}
            onOpen={openCase}
          />
        </>
      );
    case 'evidence':
      return (
        <>
          <CaseEvidenceTab item={item} present={present} />
          <CasePacks
            caseId={item.id}
            onMake={() => {
              showOverlay({ kind: 'pack', caseId: item.id });
            }}
          />
        </>
      );
    case 'notes':
      return <CaseNotes caseId={item.id} />;
    case 'money':
      return <CaseMoney item={item} present={present} />;
    case 'timeline':
      return <CaseTimeline caseId={item.id} />;
    default:
      return assertNever(tab);
  }
}
