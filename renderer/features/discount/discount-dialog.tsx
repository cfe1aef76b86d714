import { Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCase } from '../../data/case-repository';
import { listActivities } from '../../data/activity-repository';
import { useLive } from '../../data/use-live';
import { useNow } from '../../platform/use-now';
import { ActivityList } from './activity-list';
import { RefundCalculator } from './refund-calculator';
import type { ActivityId } from '#shared/domain/activity';
import type { CaseId } from '#shared/domain/ids';
import './discount.css';

const tabs = ['refund', 'activities'] as const;

/** Refunds of orders with stacked discounts, and the shop's promotions that make them (R57). */
export function DiscountDialog({
  caseId,
  activity,
  tab,
  onClose,
}: {
  readonly caseId: CaseId | null;
  /** A promotion to show at once. */
  readonly activity: ActivityId | null;
  readonly tab: (typeof tabs)[number];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const present = useNow();
  const [shown, setShown] = useState(tab);
  const data = useLive(
    async () => ({
      item: caseId === null ? null : ((await getCase(caseId)) ?? null),
      activities: await listActivities(),
    }),
    [caseId],
  );
  return (
    <Modal
      open
      centered
      width={860}
      title={t('discount.title')}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <Segmented
        aria-label={t('discount.title')}
        value={shown}
        options={tabs.map((value) => ({ value, label: t(`discount.tab.${value}`) }))}
        onChange={setShown}
      />
      {data === undefined ? (
        <p className="empty">{t('common.loading')}</p>
      ) : shown === 'refund' ? (
        <RefundCalculator item={data.item} activities={data.activities} present={present} />
      ) : (
        <ActivityList activities={data.activities} present={present} first={activity} />
      )}
    </Modal>
  );
}
